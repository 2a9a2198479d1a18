-- What each seller asked before and after, by goods and amount; and the chats in which it advertised.
SELECT
    a.seller_id,
    i.commodity,
    i.measure,
    i.amount,
    avg(ln(i.price)) FILTER (a.utc_day < $began) AS before,
    avg(ln(i.price)) FILTER (a.utc_day > $ended) AS after
FROM (SELECT DISTINCT seller_id, text_id, utc_day FROM ads) a
JOIN text_items i USING (text_id)
WHERE i.price > 0 AND i.amount > 0 AND i.measure IS NOT NULL AND i.currency = $currency
    AND a.utc_day BETWEEN $from AND $until
GROUP BY ALL
HAVING before IS NOT NULL AND after IS NOT NULL
ORDER BY ALL
