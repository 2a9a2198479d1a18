-- Pairs of accounts that post the same text (of those in `grouped`) as their own; texts of many are left out.
WITH posted AS (
    SELECT
        own_posts.account_id,
        grouped.group_id,
        list_sort(flatten(list(own_posts.messages)))[1:2] AS messages,
        count(*) OVER (PARTITION BY grouped.group_id) AS users
    FROM own_posts
    JOIN grouped ON grouped.text_id = own_posts.text_id
    GROUP BY own_posts.account_id, grouped.group_id
)
SELECT
    l.account_id AS left_id,
    r.account_id AS right_id,
    l.group_id AS detail,
    l.users,
    list_concat(l.messages, r.messages) AS messages
FROM posted AS l
JOIN posted AS r ON r.group_id = l.group_id AND r.account_id > l.account_id
WHERE l.users BETWEEN 2 AND $most AND r.users BETWEEN 2 AND $most
ORDER BY left_id, right_id, detail
