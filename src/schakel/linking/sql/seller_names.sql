-- The names that sellers' accounts went by, and how many accounts of any kind go by each name.
WITH sellers_of AS (SELECT DISTINCT account_id FROM own_posts),
named AS (
    SELECT account_id, account_tg_id, name, max(last_seen) AS last_seen
    FROM accounts
    SEMI JOIN sellers_of USING (account_id)
    WHERE name IS NOT NULL AND name <> ''
    GROUP BY account_id, account_tg_id, name
),
crowd AS (
    SELECT accounts.name, count(DISTINCT accounts.account_id) AS users
    FROM accounts
    SEMI JOIN named ON named.name = accounts.name
    GROUP BY accounts.name
)
SELECT named.*, crowd.users
FROM named
JOIN crowd ON crowd.name = named.name
ORDER BY named.account_id, named.name
