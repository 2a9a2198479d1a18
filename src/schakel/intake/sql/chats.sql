-- One row a chat, with the title and kind it had last; titles of earlier days stand in its messages. What the platform
-- says of a chat, and a title and kind that no message tells, come from `profiles`.
WITH said AS (
    SELECT
        chat_id,
        max(name) AS title,
        max(chat_kind) AS kind,
        list_sort(list_distinct(flatten(list(flags)))) AS flags
    FROM profiles
    GROUP BY chat_id
),
numbered AS (
    SELECT chat_id, CAST(sum(ids_seen) AS BIGINT) AS messages
    FROM coverage
    GROUP BY chat_id
)
SELECT
    presence.chat_id,
    any_value(chat_tg_id) AS chat_tg_id,
    coalesce(arg_max(chat_kind, (coalesce(epoch(last_seen), 0), chat_kind)), any_value(said.kind)) AS kind,
    coalesce(
        arg_max(chat_title, (coalesce(epoch(last_seen), 0), chat_title)) FILTER (chat_title <> ''),
        any_value(said.title),
        ''
    ) AS title,
    min(first_seen) AS first_seen,
    max(last_seen) AS last_seen,
    any_value(numbered.messages) AS messages,
    count(DISTINCT account_id) AS accounts,
    coalesce(any_value(said.flags), []) AS flags
FROM presence
JOIN numbered ON numbered.chat_id = presence.chat_id
LEFT JOIN said ON said.chat_id = presence.chat_id
GROUP BY presence.chat_id
ORDER BY presence.chat_id
