-- Pairs of accounts that give the same contact in their own offers.
WITH used AS (SELECT * FROM contacts WHERE NOT third_party AND users BETWEEN 2 AND $most)
SELECT
    l.account_id AS left_id,
    r.account_id AS right_id,
    l.type,
    l.value,
    l.users,
    l.main AND r.main AS main,
    list_concat(l.messages[1:2], r.messages[1:2]) AS messages
FROM used AS l
JOIN used AS r ON r.type = l.type AND r.value = l.value AND r.account_id > l.account_id
ORDER BY left_id, right_id, l.type, l.value
