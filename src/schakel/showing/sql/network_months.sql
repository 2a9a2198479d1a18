-- How many ties of each kind there were in each month, between how many accounts.
SELECT
    "month",
    kind,
    sum(messages)::BIGINT AS messages,
    count(*) AS pairs,
    count(DISTINCT left_id) AS from_accounts,
    count(DISTINCT right_id) AS to_accounts
FROM network
GROUP BY "month", kind
ORDER BY "month", kind
