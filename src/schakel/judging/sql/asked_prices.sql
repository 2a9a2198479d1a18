-- Every price a seller asks beside what others ask: log price per unit, and of all sellers' own middles for the same
-- commodity, measure, currency and order of amount the middle and the spread; where a few others ask a price.
-- Prices go up and down with the month and differ between provinces. Where as many ask a price in that month (in which the
-- text was first posted), or in that province (if the text names one only), the middle moves towards theirs: n of n + 8 of
-- the way, as few sellers tell little of a month.
WITH placed AS (
    SELECT text_no, any_value(province) AS province
    FROM text_areas
    WHERE NOT dialled
    GROUP BY text_no
    HAVING count(DISTINCT province) = 1
), asked AS (
    SELECT
        i.seller_no, i.commodity, i.measure, i.currency,
        CASE WHEN i.amount < 2 THEN 0 WHEN i.amount < 10 THEN 1 WHEN i.amount < 50 THEN 2 WHEN i.amount < 500 THEN 3
             WHEN i.amount < 5000 THEN 4 ELSE 5 END AS bucket,
        12 * year(t.first_at) + month(t.first_at) AS month_no,
        p.province,
        round(ln(i.price / i.amount), 6) AS log_price,
        i.text_no
    FROM seller_items i
    JOIN seller_texts t USING (text_no)
    LEFT JOIN placed p USING (text_no)
    WHERE i.price > 0 AND i.amount > 0 AND i.commodity IS NOT NULL AND i.measure IS NOT NULL
      AND isfinite(i.price) AND isfinite(i.amount)
), market AS (
    SELECT commodity, measure, currency, bucket, count(*) - 1 AS others, median(log_price) AS middle
    FROM (
        SELECT commodity, measure, currency, bucket, median(log_price) AS log_price
        FROM asked
        GROUP BY seller_no, commodity, measure, currency, bucket
    )
    GROUP BY commodity, measure, currency, bucket
    HAVING count(*) > $price_few_sellers
), beside AS (
    SELECT a.*, m.others, m.middle FROM asked a JOIN market m USING (commodity, measure, currency, bucket)
), months AS (
    SELECT
        commodity, measure, currency, bucket, month_no,
        round(median(apart) * count(*) / (count(*) + $price_other_sellers), 6) AS by_month
    FROM (
        SELECT commodity, measure, currency, bucket, month_no, median(log_price - middle) AS apart
        FROM beside
        WHERE month_no IS NOT NULL
        GROUP BY seller_no, commodity, measure, currency, bucket, month_no
    )
    GROUP BY commodity, measure, currency, bucket, month_no
    HAVING count(*) > $price_other_sellers
), in_month AS (
    SELECT b.*, coalesce(m.by_month, 0) AS by_month
    FROM beside b
    LEFT JOIN months m USING (commodity, measure, currency, bucket, month_no)
), provinces AS (
    SELECT
        commodity, measure, currency, bucket, province,
        round(median(apart) * count(*) / (count(*) + $price_other_sellers), 6) AS by_place
    FROM (
        SELECT commodity, measure, currency, bucket, province, median(log_price - middle - by_month) AS apart
        FROM in_month
        WHERE province IS NOT NULL
        GROUP BY seller_no, commodity, measure, currency, bucket, province
    )
    GROUP BY commodity, measure, currency, bucket, province
    HAVING count(*) > $price_other_sellers
), moved AS (
    SELECT
        i.seller_no, i.text_no, i.commodity, i.measure, i.currency, i.bucket, i.log_price, i.others,
        round(i.middle + i.by_month + coalesce(p.by_place, 0), 6) AS middle
    FROM in_month i
    LEFT JOIN provinces p USING (commodity, measure, currency, bucket, province)
)
SELECT seller_no, text_no, commodity, measure, currency, bucket, log_price, others, middle
FROM moved
ORDER BY text_no, commodity, measure, currency, bucket, log_price
