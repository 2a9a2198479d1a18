-- One row for each name an account went by. An account is a keeper if it pinned, retitled or removed in any chat.
-- Deleted accounts keep their messages but lose their name.
WITH named AS (
    SELECT
        account_id,
        name,
        any_value(account_tg_id) AS account_tg_id,
        any_value(kind) AS kind,
        min(first_seen) AS first_seen,
        max(last_seen) AS last_seen,
        CAST(sum(messages) AS BIGINT) AS messages,
        count(*) AS chats,
        bool_or(is_bot) AS is_bot,
        bool_or(kept_it) AS kept_it
    FROM presence
    WHERE account_id IS NOT NULL
    GROUP BY account_id, name
),
whole AS (
    SELECT
        *,
        bool_or(kept_it) OVER (PARTITION BY account_id) AS is_keeper,
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
    list_filter(
        [
            CASE WHEN is_a_bot THEN 'bot' END,
            CASE WHEN name IN ('', 'Deleted Account') THEN 'deleted' END,
            CASE WHEN is_keeper THEN 'keeper' END
        ],
        lambda flag: flag IS NOT NULL
    ) AS flags
FROM whole
ORDER BY account_id, name
