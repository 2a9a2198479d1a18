-- What was said in answer to a message of the police, or about the police in the target chats in the days after.
WITH asked AS (
    SELECT chat_id, tg_id FROM messages WHERE message_id = $message
)
SELECT DISTINCT m.message_id, lower(m.text) AS text
FROM messages m
WHERE m.text <> '' AND m.message_id <> $message AND (
    EXISTS (SELECT 1 FROM asked q WHERE q.chat_id = m.chat_id AND q.tg_id = m.reply_to)
    OR (m.chat_id IN (SELECT chat_id FROM target_chats)
        AND epoch(m.sent_at)::BIGINT // 86400 BETWEEN $began AND $until
        AND regexp_matches(lower(m.text), $police))
)
ORDER BY m.message_id
