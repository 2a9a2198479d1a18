-- The messages of chats that trade with one of these texts, in which nothing was read. What answers a message of another chat replies to
-- none here.
SELECT
    m.message_id, m.chat_id, m.account_id, m.sent_at,
    CASE WHEN m.reply_to_chat IS NULL THEN m.reply_to END AS reply_to,
    worth.row
FROM messages m
JOIN trading USING (chat_id)
JOIN worth USING (text)
ANTI JOIN seen USING (message_id)
WHERE m.kind = 'message'
ORDER BY m.message_id
