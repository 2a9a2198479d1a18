-- The lines of every different own offer, read from one message of each text; all copies have the same.
WITH one AS (SELECT text_id, min(messages[1]) AS message_id FROM own_posts GROUP BY text_id)
SELECT
    items.text_id,
    items.line,
    items.commodity,
    items.quantity,
    items.unit,
    items.price,
    items.currency
FROM items
JOIN one ON one.message_id = items.message_id AND one.text_id = items.text_id
WHERE items.commodity IS NOT NULL
ORDER BY items.text_id, items.line
