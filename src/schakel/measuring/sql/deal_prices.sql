-- By scale: on how many days sellers advertised, and what one deal is asked for: of each seller the median price of
-- its lines of that scale, then the quartiles over sellers.
WITH priced AS (
    SELECT DISTINCT a.seller_id, a.text_id, i.line, coalesce(i.scale, 'unknown') AS scale, i.price
    FROM (SELECT DISTINCT seller_id, text_id FROM ads) a
    JOIN text_items i USING (text_id)
    WHERE i.price > 0 AND i.currency = $currency
), by_seller AS (
    SELECT scale, seller_id, median(price) AS price FROM priced GROUP BY scale, seller_id
)
SELECT scale, quantile_cont(price, 0.25) AS low, quantile_cont(price, 0.75) AS high, count(*) AS sellers
FROM by_seller
GROUP BY scale
ORDER BY scale
