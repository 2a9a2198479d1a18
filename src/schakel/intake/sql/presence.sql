-- Who was seen where under which name: the one pass over all messages from which accounts and chats follow.
SELECT
    chat_id,
    account_id,
    coalesce(account_name, '') AS name,
    any_value(chat_tg_id) AS chat_tg_id,
    arg_max(chat_kind, (coalesce(epoch(sent_at), 0), chat_kind)) AS chat_kind,
    arg_max(chat_title, (coalesce(epoch(sent_at), 0), chat_title)) AS chat_title,
    any_value(account_tg_id) AS account_tg_id,
    any_value(account_kind) AS kind,
    min(sent_at) AS first_seen,
    max(sent_at) AS last_seen,
    count(*) AS messages,
    coalesce(bool_or(chat_kind = 'bot_chat' AND account_tg_id = chat_tg_id), false) AS is_bot,
    coalesce(
        bool_or(
            action IN (
                'pin_message', 'edit_group_title', 'edit_group_photo', 'delete_group_photo', 'remove_members',
                'create_group', 'create_channel', 'migrate_to_supergroup', 'topic_created', 'topic_edit',
                'group_call', 'set_messages_ttl', 'edit_chat_theme'
            )
        ),
        false
    ) AS kept_it
FROM messages
GROUP BY chat_id, account_id, name
ORDER BY chat_id, account_id, name
