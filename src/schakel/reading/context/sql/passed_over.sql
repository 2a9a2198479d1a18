-- The messages of chats that trade in which the search for candidates found nothing worth reading: short ones, since
-- longer texts without a listed word are talk. What answers a message of another chat replies to none here.
SELECT
    m.message_id, m.chat_id, m.account_id, m.sent_at,
    CASE WHEN m.reply_to_chat IS NULL THEN m.reply_to END AS reply_to,
    m.text
FROM messages m
JOIN trading USING (chat_id)
ANTI JOIN seen USING (message_id)
WHERE m.kind = 'message' AND m.text <> '' AND length(m.text) <= 200
ORDER BY m.message_id
