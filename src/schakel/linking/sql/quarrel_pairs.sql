-- Pairs of sellers' accounts of which one warns buyers against the other: by contact, by a display name that is one
-- account's alone, or in a reply.
-- Who tells of a next account and accuses nobody does not quarrel.
WITH sellers_of AS (SELECT DISTINCT account_id FROM own_posts),
warned AS (
    SELECT message_id, account_id, text_id
    FROM offers
    SEMI JOIN sellers_of USING (account_id)
    WHERE act = 'warning'
),
warnings AS (
    SELECT warned.message_id, warned.account_id
    FROM warned
    JOIN read_texts ON read_texts.text_id = warned.text_id
    WHERE NOT regexp_matches(lower(read_texts.text), $move) OR regexp_matches(lower(read_texts.text), $accuse)
),
meant AS (
    SELECT message_id, target_account_id
    FROM mentions
    SEMI JOIN warnings USING (message_id)
    WHERE kind IN ('reply', 'mention', 'name') AND target_account_id IS NOT NULL
    QUALIFY kind <> 'name' OR count(*) OVER (PARTITION BY message_id, kind, target) = 1
),
named AS (
    SELECT warnings.message_id, warnings.account_id, contacts.account_id AS target
    FROM warnings
    JOIN named_selectors ON named_selectors.message_id = warnings.message_id
    JOIN contacts ON contacts.type = named_selectors.type AND contacts.value = named_selectors.value
    WHERE contacts.main AND NOT contacts.third_party AND contacts.account_id <> warnings.account_id
    UNION
    SELECT warnings.message_id, warnings.account_id, meant.target_account_id AS target
    FROM warnings
    JOIN meant ON meant.message_id = warnings.message_id
    SEMI JOIN sellers_of ON sellers_of.account_id = meant.target_account_id
    WHERE meant.target_account_id <> warnings.account_id
)
SELECT
    least(account_id, target) AS left_id,
    greatest(account_id, target) AS right_id,
    'warnings: ' || count(DISTINCT message_id) AS detail,
    2::BIGINT AS users,
    list_sort(list(DISTINCT message_id))[1:4] AS messages
FROM named
GROUP BY left_id, right_id
ORDER BY left_id, right_id
