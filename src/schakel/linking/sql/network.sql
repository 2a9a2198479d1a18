-- The ties between accounts by month, and which account kept which chat in which month (as
-- `presence` of intake tells a keeper: pinned, retitled, removed...).
WITH moments AS (SELECT message_id, sent_at FROM messages SEMI JOIN each_tie USING (message_id)),
tied AS (
    SELECT date_trunc('month', moments.sent_at)::DATE AS "month", each_tie.*
    FROM each_tie
    JOIN moments ON moments.message_id = each_tie.message_id
    WHERE moments.sent_at IS NOT NULL
),
kept AS (
    SELECT date_trunc('month', sent_at)::DATE AS "month", account_id AS left_id, chat_id AS right_id, message_id
    FROM messages
    WHERE kind = 'service' AND account_id IS NOT NULL AND sent_at IS NOT NULL
        AND action IN (
            'pin_message', 'edit_group_title', 'edit_group_photo', 'delete_group_photo', 'remove_members',
            'create_group', 'create_channel', 'migrate_to_supergroup', 'topic_created', 'topic_edit',
            'group_call', 'set_messages_ttl', 'edit_chat_theme'
        )
)
SELECT "month", kind, left_id, right_id, count(*) AS messages, min(message_id, 3) AS examples
FROM tied
GROUP BY "month", kind, left_id, right_id
UNION ALL
SELECT "month", 'keeps', left_id, right_id, count(*), min(message_id, 3)
FROM kept
GROUP BY "month", left_id, right_id
ORDER BY "month", kind, left_id, right_id
