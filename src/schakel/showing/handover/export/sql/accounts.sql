-- Each account that the export reaches, with the last name it went by, the others, its usernames, seller and function.
WITH named AS (
    SELECT
        account_id,
        first(kind ORDER BY last_seen DESC, name) AS kind,
        first(name ORDER BY last_seen DESC, name) AS name,
        list_sort(list_distinct(list(name) FILTER (WHERE name IS NOT NULL))) AS names,
        min(account_tg_id) AS telegram_id,
        min(first_seen) AS first_seen,
        max(last_seen) AS last_seen,
        sum(messages)::BIGINT AS messages,
        max(chats) AS chats,
        list_sort(list_distinct(flatten(list(coalesce(flags, []))))) AS flags
    FROM accounts
    WHERE account_id IN (SELECT id FROM reach WHERE kind = 'account')
    GROUP BY account_id
),
called AS (
    SELECT account_id, list_sort(list_distinct(list(username))) AS usernames
    FROM profiles
    WHERE account_id IS NOT NULL AND username IS NOT NULL
    GROUP BY account_id
),
held AS (
    SELECT member_id AS account_id, min(seller_id) AS seller_id FROM sellers WHERE member_kind = 'account' GROUP BY member_id
),
functions AS (
    SELECT subject_id AS account_id, label AS role, value AS role_probability, low AS role_low, high AS role_high
    FROM findings
    WHERE subject_kind = 'account' AND kind = 'role'
    QUALIFY row_number() OVER (PARTITION BY subject_id ORDER BY value DESC, finding_id) = 1
)
SELECT
    reach.id AS account_id, named.* EXCLUDE (account_id), called.usernames, held.seller_id, functions.role, functions.role_probability, functions.role_low, functions.role_high
FROM reach
LEFT JOIN named ON named.account_id = reach.id
LEFT JOIN called ON called.account_id = reach.id
LEFT JOIN held ON held.account_id = reach.id
LEFT JOIN functions ON functions.account_id = reach.id
WHERE reach.kind = 'account'
ORDER BY reach.id
