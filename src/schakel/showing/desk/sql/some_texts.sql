-- The first part of the texts of some messages.
SELECT message_id, substring(text, 1, 4000) AS text
FROM messages
WHERE message_id IN (SELECT message_id FROM wanted)
ORDER BY message_id
