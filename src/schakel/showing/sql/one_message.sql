-- One message, by its id.
SELECT *
FROM messages
WHERE message_id = $message
ORDER BY message_id
