-- Price lists: for each seller and goods the sums that a line through log price against log amount within a list needs.
WITH lines AS (
    SELECT DISTINCT a.seller_id, i.text_id, i.commodity, coalesce(i.product, '') AS product, i.measure, i.amount, i.price
    FROM (SELECT DISTINCT seller_id, text_id FROM ads) a
    JOIN text_items i USING (text_id)
    WHERE i.price > 0 AND i.amount > 0 AND i.measure IS NOT NULL AND i.currency = $currency
), centred AS (
    SELECT
        *,
        ln(amount) - avg(ln(amount)) OVER list AS x,
        ln(price) - avg(ln(price)) OVER list AS y
    FROM lines
    WINDOW list AS (PARTITION BY seller_id, text_id, commodity, product, measure)
)
SELECT
    commodity,
    seller_id,
    sum(x * x) AS xx,
    sum(x * y) AS xy,
    count(DISTINCT text_id) AS texts
FROM centred
GROUP BY commodity, seller_id
HAVING sum(x * x) > 0.05
ORDER BY commodity, seller_id
