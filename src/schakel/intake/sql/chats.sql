-- One row a chat, with the title and kind it had last; titles of earlier days stand in its messages.
SELECT
    chat_id,
    any_value(chat_tg_id) AS chat_tg_id,
    arg_max(chat_kind, (coalesce(epoch(sent_at), 0), chat_kind)) AS kind,
    arg_max(chat_title, (coalesce(epoch(sent_at), 0), chat_title)) AS title,
    min(sent_at) AS first_seen,
    max(sent_at) AS last_seen,
    (SELECT CAST(sum(ids_seen) AS BIGINT) FROM coverage WHERE coverage.chat_id = messages.chat_id) AS messages,
    count(DISTINCT account_id) AS accounts
FROM messages
GROUP BY chat_id
ORDER BY chat_id
