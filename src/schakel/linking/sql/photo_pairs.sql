-- Pairs of accounts that show the same photo (or the same file of another kind) with their own offers.
WITH counted AS (SELECT *, count(*) OVER (PARTITION BY photo) AS users FROM own_photos)
SELECT
    l.account_id AS left_id,
    r.account_id AS right_id,
    l.photo AS detail,
    l.users,
    list_concat(l.messages, r.messages) AS messages
FROM counted AS l
JOIN counted AS r ON r.photo = l.photo AND r.account_id > l.account_id
WHERE l.users BETWEEN 2 AND $most AND r.users BETWEEN 2 AND $most
ORDER BY left_id, right_id, detail
