-- What we have and lack a chat and UTC day. Message numbers of a chat run on, so a number that is skipped was deleted,
-- or was never exported; it is counted on the day of the next message. Numbers below zero are those of a group before
-- it became a supergroup: they are a row of their own. A message without a moment counts on the day of the one before.
-- Versions of one message follow each other: a row with the number of the row before it is one more version.
WITH placed AS (
    SELECT
        chat_id,
        tg_id,
        edited_at,
        CAST(last_value(sent_at IGNORE NULLS) OVER before_it AS DATE) AS day,
        tg_id - lag(tg_id) OVER in_order AS step
    FROM messages
    WINDOW
        in_order AS (PARTITION BY chat_id, tg_id < 0 ORDER BY tg_id),
        before_it AS (
            PARTITION BY chat_id, tg_id < 0
            ORDER BY tg_id
            ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
        )
)
SELECT
    chat_id,
    day,
    min(tg_id) AS first_id,
    max(tg_id) AS last_id,
    count(*) FILTER (WHERE step IS DISTINCT FROM 0) AS ids_seen,
    CAST(sum(greatest(coalesce(step, 1) - 1, 0)) AS BIGINT) AS ids_missing,
    count(edited_at) AS edits,
    count(*) FILTER (WHERE step = 0) AS versions
FROM placed
GROUP BY chat_id, day
ORDER BY chat_id, day NULLS FIRST
