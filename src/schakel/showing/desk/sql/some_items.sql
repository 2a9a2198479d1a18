-- Where items were read in some messages.
SELECT message_id, line, spans
FROM items
WHERE message_id IN (SELECT message_id FROM wanted)
ORDER BY message_id, line
