-- What is asked for an amount: the median over sellers, with the range of four in five; one price a seller and amount.
-- Where prices are in several currencies, only the usual one is compared.
WITH asked AS (
    SELECT
        a.seller_id,
        i.commodity,
        i.measure,
        i.amount,
        i.currency,
        median(i.price) AS price
    FROM (SELECT DISTINCT seller_id, text_id FROM ads) a
    JOIN text_items i USING (text_id)
    WHERE i.price > 0 AND i.amount > 0 AND i.measure IS NOT NULL AND i.currency = $currency
    GROUP BY ALL
)
SELECT
    'price' AS section,
    commodity AS subject,
    format('{:g}', amount) AS key,
    currency || ' for ' || measure AS unit,
    'asked' AS measure,
    median(price) AS value,
    quantile_cont(price, 0.1) AS low,
    quantile_cont(price, 0.9) AS high,
    count(*) AS rows
FROM asked
GROUP BY commodity, amount, measure, currency
HAVING count(*) >= $least
ORDER BY ALL
