-- The functions that actors hold: roles of sellers that more than one text in ten shows, keepers of groups.
SELECT subject_id AS actor, label AS function
FROM findings
WHERE kind = 'role' AND subject_kind = 'seller' AND value >= 0.1
UNION
SELECT coalesce(s.seller_id, a.account_id), 'group-keeper'
FROM accounts a
LEFT JOIN sellers s ON s.member_kind = 'account' AND s.member_id = a.account_id
WHERE list_contains(coalesce(a.flags, []), 'keeper')
ORDER BY ALL
