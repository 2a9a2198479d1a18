-- The selectors read in some messages, so that they can be hidden or shown.
SELECT message_id, type, value, "start", "end"
FROM selectors
WHERE message_id IN (SELECT message_id FROM wanted)
ORDER BY message_id, "start", type, value
