-- Of each of the given pairs: for how many amounts of a good both give a price, and for how many the same one.
WITH one AS (SELECT text_id, min(messages[1]) AS message_id FROM own_posts GROUP BY text_id),
priced AS (
    SELECT DISTINCT one.text_id, items.commodity, items.quantity, items.unit, items.currency, items.price
    FROM items
    JOIN one ON one.message_id = items.message_id AND one.text_id = items.text_id
    WHERE items.price IS NOT NULL AND items.commodity IS NOT NULL AND items.quantity IS NOT NULL
),
wanted AS (SELECT left_id AS account_id FROM pairs UNION SELECT right_id FROM pairs),
given AS (
    SELECT own_posts.account_id, commodity, quantity, unit, currency, list(DISTINCT price) AS prices
    FROM own_posts
    SEMI JOIN wanted USING (account_id)
    JOIN priced ON priced.text_id = own_posts.text_id
    GROUP BY own_posts.account_id, commodity, quantity, unit, currency
)
SELECT
    pairs.left_id,
    pairs.right_id,
    count(*) AS amounts,
    count(*) FILTER (list_has_any(l.prices, r.prices)) AS same
FROM pairs
JOIN given AS l ON l.account_id = pairs.left_id
JOIN given AS r ON r.account_id = pairs.right_id
    AND r.commodity = l.commodity AND r.quantity = l.quantity
    AND r.unit IS NOT DISTINCT FROM l.unit AND r.currency IS NOT DISTINCT FROM l.currency
GROUP BY pairs.left_id, pairs.right_id
ORDER BY pairs.left_id, pairs.right_id
