-- Which account did in which chat what only its keeper can (as `presence` of intake tells a keeper).
SELECT date_trunc('month', sent_at)::DATE AS "month", account_id, chat_id, message_id
FROM messages
WHERE kind = 'service' AND account_id IS NOT NULL AND sent_at IS NOT NULL
    AND action IN (
        'pin_message', 'edit_group_title', 'edit_group_photo', 'delete_group_photo', 'remove_members',
        'create_group', 'create_channel', 'migrate_to_supergroup', 'topic_edit',
        'group_call', 'set_messages_ttl', 'edit_chat_theme'
    )
ORDER BY message_id
