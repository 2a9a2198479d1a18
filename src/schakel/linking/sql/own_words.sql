-- Every different own offer once: its text, and where its selectors stand; `key` tells of both.
WITH one AS (SELECT DISTINCT text_id FROM own_posts),
marked AS (
    SELECT text_id, list_sort(list(DISTINCT {'start': "start", 'end': "end"})) AS spans
    FROM named_selectors
    SEMI JOIN one USING (text_id)
    WHERE "start" IS NOT NULL AND "end" IS NOT NULL
    GROUP BY text_id
)
SELECT
    one.text_id,
    coalesce(read_texts.text, '') AS text,
    marked.spans,
    concat(one.text_id, ' ', marked.spans::VARCHAR) AS key
FROM one
LEFT JOIN read_texts ON read_texts.text_id = one.text_id
LEFT JOIN marked ON marked.text_id = one.text_id
ORDER BY one.text_id
