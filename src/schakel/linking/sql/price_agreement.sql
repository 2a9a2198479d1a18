-- Of each of the given pairs: for how many amounts of a good both give a price, and for how many the same one.
WITH priced AS (
    SELECT DISTINCT text_id, commodity, quantity, unit, currency, price
    FROM own_items
    WHERE price IS NOT NULL AND quantity IS NOT NULL
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
