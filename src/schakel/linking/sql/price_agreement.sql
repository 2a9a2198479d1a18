-- Of each of the given pairs: for how many amounts of a good both give a price, and for how many the same one.
WITH one AS (SELECT text_id, min(messages[1]) AS message_id FROM own_posts GROUP BY text_id),
priced AS (
    SELECT DISTINCT one.text_id, items.commodity, items.quantity, items.unit, items.currency, items.price
    FROM items
    JOIN one ON one.message_id = items.message_id AND one.text_id = items.text_id
    WHERE items.price IS NOT NULL AND items.commodity IS NOT NULL AND items.quantity IS NOT NULL
),
wanted AS (SELECT left_id AS account_id FROM pairs UNION SELECT right_id FROM pairs),
given AS MATERIALIZED (
    SELECT own_posts.account_id, commodity, quantity, unit, currency, list(DISTINCT price) AS prices
    FROM own_posts
    SEMI JOIN wanted USING (account_id)
    JOIN priced ON priced.text_id = own_posts.text_id
    GROUP BY own_posts.account_id, commodity, quantity, unit, currency
),
asked AS MATERIALIZED (
    SELECT pairs.left_id, pairs.right_id, commodity, quantity, coalesce(unit, '') AS unit, currency, prices
    FROM pairs
    JOIN given ON given.account_id = pairs.left_id
)
SELECT
    asked.left_id,
    asked.right_id,
    count(*) AS amounts,
    count(*) FILTER (list_has_any(asked.prices, given.prices)) AS same
FROM asked
JOIN given ON given.account_id = asked.right_id
    AND given.commodity = asked.commodity AND given.quantity = asked.quantity
    AND coalesce(given.unit, '') = asked.unit
    AND coalesce(given.currency, '') = coalesce(asked.currency, '')
GROUP BY asked.left_id, asked.right_id
ORDER BY asked.left_id, asked.right_id
