-- The messages that a message in doubt replies to: by whom, and what their text alone was read as. Where several
-- versions of a message were seen, that with the lowest id is taken.
WITH asked AS (
    SELECT DISTINCT chat_id, reply_to FROM waiting WHERE reply_to IS NOT NULL
),
found AS (
    SELECT m.chat_id, m.tg_id, min(m.message_id) AS message_id, arg_min(m.account_id, m.message_id) AS account_id
    FROM messages m
    JOIN asked ON asked.chat_id = m.chat_id AND asked.reply_to = m.tg_id
    WHERE m.kind = 'message'
    GROUP BY m.chat_id, m.tg_id
)
SELECT f.chat_id, f.tg_id, f.message_id, f.account_id, s.act, w.row
FROM found f
LEFT JOIN sure s USING (message_id)
LEFT JOIN waiting w USING (message_id)
ORDER BY f.chat_id, f.tg_id
