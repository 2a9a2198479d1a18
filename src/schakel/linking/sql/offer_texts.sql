-- One row a different offer text: the text itself, when it was first posted, and the places it names.
WITH posted AS (
    SELECT text_id, min(sent_at) AS first_seen
    FROM offers
    WHERE act = 'offer' AND text_id IS NOT NULL
    GROUP BY text_id
)
SELECT
    posted.text_id,
    posted.first_seen,
    coalesce(read_texts.text, '') AS text
FROM posted
LEFT JOIN read_texts ON read_texts.text_id = posted.text_id
ORDER BY posted.first_seen NULLS LAST, posted.text_id
