-- One row for each name an account went by. An account is a keeper if it pinned, retitled or removed in any chat.
-- Deleted accounts keep their messages but lose their name; where a source tells no names, a name that is missing says
-- nothing, and the name is the one that is told elsewhere. Nor was deleted who has another name at that time or later.
-- What the platform says of an account comes from `profiles`.
WITH said AS (
    SELECT account_id, max(name) AS name, list_distinct(flatten(list(flags))) AS flags
    FROM profiles
    GROUP BY account_id
),
heard AS (
    SELECT account_id, arg_max(name, (coalesce(epoch(last_seen), 0), name)) AS name
    FROM presence
    WHERE name <> ''
    GROUP BY account_id
),
shown AS (
    SELECT
        presence.*,
        coalesce(said.flags, []) AS flags_said,
        CASE
            WHEN presence.name = '' AND NOT presence.nameless THEN coalesce(heard.name, said.name, '')
            ELSE presence.name
        END AS shown
    FROM presence
    LEFT JOIN heard ON heard.account_id = presence.account_id
    LEFT JOIN said ON said.account_id = presence.account_id
    WHERE presence.account_id IS NOT NULL
),
named AS (
    SELECT
        account_id,
        shown AS name,
        any_value(account_tg_id) AS account_tg_id,
        any_value(kind) AS kind,
        min(first_seen) AS first_seen,
        max(last_seen) AS last_seen,
        CAST(sum(messages) AS BIGINT) AS messages,
        count(DISTINCT chat_id) AS chats,
        bool_or(is_bot) AS is_bot,
        bool_or(kept_it) AS kept_it,
        bool_or(nameless) AS nameless,
        any_value(flags_said) AS flags_said
    FROM shown
    GROUP BY account_id, shown
),
whole AS (
    SELECT
        *,
        bool_or(kept_it) OVER (PARTITION BY account_id) AS is_keeper,
        max(last_seen) FILTER (name NOT IN ('', 'Deleted Account')) OVER (PARTITION BY account_id) AS named_until,
        bool_or(is_bot) OVER (PARTITION BY account_id) AS is_a_bot
    FROM named
)
SELECT
    account_id,
    account_tg_id,
    kind,
    name,
    first_seen,
    last_seen,
    messages,
    chats,
    list_sort(list_distinct(list_filter(
        list_concat(flags_said, [
            CASE WHEN is_a_bot THEN 'bot' END,
            CASE
                WHEN name = 'Deleted Account' AND coalesce(named_until < last_seen, true) THEN 'deleted'
                WHEN name = '' AND nameless THEN 'deleted'
            END,
            CASE WHEN is_keeper THEN 'keeper' END
        ]),
        lambda flag: flag IS NOT NULL
    ))) AS flags
FROM whole
ORDER BY account_id, name
