-- Whose contact a selector is: the account that gives it most often as a main contact in its own offers.
SELECT
    type,
    value,
    arg_min(account_id, (-posts, account_id)) AS account_id,
    count(*) AS users
FROM contacts
WHERE main AND NOT third_party
GROUP BY type, value
ORDER BY type, value
