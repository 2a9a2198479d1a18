-- Every different own offer once: its text, and where its selectors stand; `key` tells of both.
WITH one AS (SELECT text_id, min(messages[1]) AS message_id FROM own_posts GROUP BY text_id),
marked AS (
    SELECT text_id, list_sort(list(DISTINCT {'start': "start", 'end': "end"})) AS spans
    FROM named_selectors
    SEMI JOIN one USING (text_id)
    WHERE "start" IS NOT NULL AND "end" IS NOT NULL
    GROUP BY text_id
)
SELECT
    one.text_id,
    coalesce(messages.text, '') AS text,
    marked.spans,
    concat(one.text_id, ' ', marked.spans::VARCHAR) AS key
FROM one
LEFT JOIN (SELECT message_id, text FROM messages SEMI JOIN one USING (message_id)) AS messages
    ON messages.message_id = one.message_id
LEFT JOIN marked ON marked.text_id = one.text_id
ORDER BY one.text_id
