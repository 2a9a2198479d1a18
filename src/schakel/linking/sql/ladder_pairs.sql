-- Pairs of accounts whose own offers show the same price list: the same goods, amounts and prices.
-- A text's items are read from one of its messages only; all copies have the same.
WITH one AS (SELECT text_id, min(messages[1]) AS message_id FROM own_posts GROUP BY text_id),
ladders AS (
    SELECT
        items.text_id,
        string_agg(
            concat_ws(' ', items.commodity, items.quantity, items.unit, items.price, items.currency), '; '
            ORDER BY items.commodity, items.unit, items.quantity, items.price, items.currency
        ) AS ladder
    FROM items
    JOIN one ON one.message_id = items.message_id AND one.text_id = items.text_id
    WHERE items.price IS NOT NULL
    GROUP BY items.text_id
    HAVING count(*) >= $ladder_lines
),
posted AS (
    SELECT
        own_posts.account_id,
        ladders.ladder,
        list_sort(flatten(list(own_posts.messages)))[1:2] AS messages,
        count(*) OVER (PARTITION BY ladders.ladder) AS users
    FROM own_posts
    JOIN ladders ON ladders.text_id = own_posts.text_id
    GROUP BY own_posts.account_id, ladders.ladder
)
SELECT
    l.account_id AS left_id,
    r.account_id AS right_id,
    substring(l.ladder, 1, 200) AS detail,
    l.users,
    list_concat(l.messages, r.messages) AS messages
FROM posted AS l
JOIN posted AS r ON r.ladder = l.ladder AND r.account_id > l.account_id
WHERE l.users BETWEEN 2 AND $most AND r.users BETWEEN 2 AND $most
ORDER BY left_id, right_id, l.ladder
