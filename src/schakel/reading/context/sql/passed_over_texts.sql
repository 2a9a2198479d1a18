-- The different texts of chats that trade in which the search for candidates found nothing worth reading: short ones, since longer texts
-- without a listed word are talk.
SELECT DISTINCT m.text
FROM messages m
JOIN trading USING (chat_id)
ANTI JOIN seen USING (message_id)
WHERE m.kind = 'message' AND m.text <> '' AND length(m.text) <= 200
ORDER BY m.text
