-- How each seller's prices lie against those of the other sellers: robust z of the log price per unit,
-- within one commodity, measure, currency and order of amount; only where enough others ask a price.
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
    SELECT
        seller_no, commodity, measure, currency, bucket,
        median(log_price) AS log_price,
        list(text_no) AS texts
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
), compared AS (
    SELECT
        o.seller_no,
        o.texts,
        m.others,
        round((o.log_price - m.middle) / greatest(1.4826 * m.spread, $price_least_spread), 4) AS z,
        round(exp(o.log_price - m.middle), 4) AS ratio
    FROM own o
    JOIN market m USING (commodity, measure, currency, bucket)
    WHERE m.others >= $price_other_sellers
), counted AS (
    SELECT
        seller_no,
        count(*) AS compared,
        median(z) AS z,
        median(ratio) AS ratio,
        max(others) AS others,
        list_sort(list_distinct(flatten(list(texts))))[1:$most::INTEGER] AS priced
    FROM compared
    GROUP BY seller_no
)
SELECT
    k.seller_no,
    coalesce(c.compared, 0)::BIGINT AS compared,
    coalesce(c.others, 0)::BIGINT AS others,
    c.z::DOUBLE AS z,
    c.ratio::DOUBLE AS ratio,
    c.priced
FROM subjects k
LEFT JOIN counted c USING (seller_no)
ORDER BY k.seller_no
