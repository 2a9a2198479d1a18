-- One row a different offer text: the text itself, when it was first posted, and the places it names.
-- The text is fetched from one message only (the smallest id), so millions of copies are not read twice.
WITH posted AS (
    SELECT text_id, min(message_id) AS message_id, min(sent_at) AS first_seen
    FROM offers
    WHERE act = 'offer' AND text_id IS NOT NULL
    GROUP BY text_id
)
SELECT
    posted.text_id,
    posted.first_seen,
    coalesce(any_value(messages.text), '') AS text
FROM posted
LEFT JOIN messages ON messages.message_id = posted.message_id
GROUP BY posted.text_id, posted.first_seen
ORDER BY posted.first_seen NULLS LAST, posted.text_id
