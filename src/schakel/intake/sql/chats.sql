-- One row a chat, with the title and kind it had last; titles of earlier days stand in its messages.
WITH numbered AS (
    SELECT chat_id, CAST(sum(ids_seen) AS BIGINT) AS messages
    FROM coverage
    GROUP BY chat_id
)
SELECT
    presence.chat_id,
    any_value(chat_tg_id) AS chat_tg_id,
    arg_max(chat_kind, (coalesce(epoch(last_seen), 0), chat_kind)) AS kind,
    arg_max(chat_title, (coalesce(epoch(last_seen), 0), chat_title)) AS title,
    min(first_seen) AS first_seen,
    max(last_seen) AS last_seen,
    any_value(numbered.messages) AS messages,
    count(DISTINCT account_id) AS accounts
FROM presence
JOIN numbered ON numbered.chat_id = presence.chat_id
GROUP BY presence.chat_id
ORDER BY presence.chat_id
