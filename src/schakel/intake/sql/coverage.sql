-- What we have and lack a chat and UTC day. Message numbers of a chat run on, so a number that is skipped was deleted,
-- or was never exported; it is counted on the day of the next message. Numbers below zero are those of a group before
-- it became a supergroup: they are a row of their own. A message without a moment counts on the day of the one before.
WITH ids AS (
    SELECT
        chat_id,
        tg_id,
        min(sent_at) AS sent_at,
        count(*) AS versions,
        bool_or(edited_at IS NOT NULL) AS edited
    FROM messages
    GROUP BY chat_id, tg_id
),
placed AS (
    SELECT
        chat_id,
        tg_id,
        versions,
        edited,
        CAST(last_value(sent_at IGNORE NULLS) OVER before_it AS DATE) AS day,
        tg_id - lag(tg_id) OVER in_order - 1 AS skipped
    FROM ids
    WINDOW
        in_order AS (PARTITION BY chat_id, tg_id < 0 ORDER BY tg_id),
        before_it AS (
            PARTITION BY chat_id, tg_id < 0 ORDER BY tg_id ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
        )
)
SELECT
    chat_id,
    day,
    min(tg_id) AS first_id,
    max(tg_id) AS last_id,
    count(*) AS ids_seen,
    CAST(sum(coalesce(skipped, 0)) AS BIGINT) AS ids_missing,
    count(*) FILTER (WHERE edited) AS edits,
    CAST(sum(versions - 1) AS BIGINT) AS versions
FROM placed
GROUP BY chat_id, day
ORDER BY chat_id, day NULLS FIRST
