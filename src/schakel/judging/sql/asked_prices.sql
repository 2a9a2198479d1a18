-- Every price a seller asks beside what others ask: log price per unit, and of all sellers' own middles for the same
-- commodity, measure, currency and order of amount the middle and the spread; only where enough others ask a price.
WITH asked AS (
    SELECT
        seller_no,
        commodity,
        measure,
        currency,
        CASE WHEN amount < 2 THEN 0 WHEN amount < 10 THEN 1 WHEN amount < 50 THEN 2 WHEN amount < 500 THEN 3
             WHEN amount < 5000 THEN 4 ELSE 5 END AS bucket,
        round(ln(price / amount), 6) AS log_price,
        text_no
    FROM seller_items
    WHERE price > 0 AND amount > 0 AND commodity IS NOT NULL AND measure IS NOT NULL
      AND isfinite(price) AND isfinite(amount)
), own AS (
    SELECT commodity, measure, currency, bucket, median(log_price) AS log_price
    FROM asked
    GROUP BY seller_no, commodity, measure, currency, bucket
), market AS (
    SELECT
        commodity, measure, currency, bucket,
        count(*) - 1 AS others,
        median(log_price) AS middle,
        mad(log_price) AS spread
    FROM own
    GROUP BY commodity, measure, currency, bucket
    HAVING count(*) > $price_other_sellers
)
SELECT a.seller_no, a.text_no, a.commodity, a.measure, a.currency, a.bucket, a.log_price, m.others, m.middle, m.spread
FROM asked a
JOIN market m USING (commodity, measure, currency, bucket)
ORDER BY a.text_no, a.commodity, a.measure, a.currency, a.bucket, a.log_price
