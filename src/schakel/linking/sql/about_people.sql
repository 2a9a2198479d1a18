-- Messages that are about somebody: praise and warnings, the short messages that these answer, what speaks of another account,
-- and what is asked or listed of sellers.
WITH voiced AS (
    SELECT message_id FROM offers WHERE act IN ('vouch', 'warning')
), wanted AS (
    FROM voiced
    UNION
    SELECT answered.message_id
    FROM messages
    SEMI JOIN voiced USING (message_id)
    JOIN messages answered ON answered.chat_id = messages.chat_id AND answered.tg_id = messages.reply_to
    WHERE messages.reply_to_chat IS NULL AND answered.account_id IS DISTINCT FROM messages.account_id
        AND length(answered.text) <= $longest::INTEGER
    UNION
    SELECT message_id FROM moving
    UNION
    SELECT message_id FROM about_sellers
)
SELECT messages.message_id, messages.account_id, messages.chat_id, messages.sent_at, messages.text
FROM messages
SEMI JOIN wanted USING (message_id)
WHERE messages.text IS NOT NULL
ORDER BY messages.message_id
