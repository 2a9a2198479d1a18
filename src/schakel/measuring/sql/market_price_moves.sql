-- How prices differ by month and by area from what is usual for the same goods and amount (1 is as usual).
-- One figure a seller, goods, amount and month (area), so that nobody weighs more for posting more.
WITH asked AS (
    SELECT
        a.seller_id,
        a.text_id,
        a.month,
        i.commodity,
        i.measure,
        i.amount,
        i.price
    FROM (SELECT DISTINCT seller_id, text_id, month FROM ads) a
    JOIN text_items i USING (text_id)
    WHERE i.price > 0 AND i.amount > 0 AND i.measure IS NOT NULL AND i.currency = $currency
), usual AS (
    SELECT commodity, measure, amount, median(price) AS usual
    FROM asked
    GROUP BY ALL
    HAVING count(DISTINCT seller_id) >= $least
), compared AS (
    SELECT 'price-by-month' AS section, commodity, month AS key, seller_id, measure, amount, median(price / usual) AS r
    FROM asked
    JOIN usual USING (commodity, measure, amount)
    GROUP BY ALL
    UNION ALL
    SELECT 'price-by-area', commodity, p.province, seller_id, measure, amount, median(price / usual)
    FROM asked
    JOIN usual USING (commodity, measure, amount)
    JOIN text_places p USING (text_id)
    WHERE p.province IS NOT NULL
    GROUP BY ALL
), by_seller AS (
    SELECT section, commodity, key, seller_id, median(r) AS r FROM compared GROUP BY ALL
    UNION ALL
    SELECT section, 'all', key, seller_id, median(r) FROM compared GROUP BY section, key, seller_id
)
SELECT
    section,
    commodity AS subject,
    key,
    '' AS unit,
    'times-usual' AS measure,
    median(r) AS value,
    quantile_cont(r, 0.1) AS low,
    quantile_cont(r, 0.9) AS high,
    count(*) AS rows
FROM by_seller
GROUP BY section, commodity, key
HAVING count(*) >= $least
ORDER BY ALL
