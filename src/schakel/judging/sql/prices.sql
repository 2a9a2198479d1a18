-- How each seller's prices lie against what is usual among the others: robust z of the log price per unit.
WITH own AS (
    SELECT
        seller_no, commodity, measure, currency, bucket, others, spread,
        median(log_price - middle - usual) AS apart,
        list(text_no) AS texts
    FROM asked_prices
    GROUP BY seller_no, commodity, measure, currency, bucket, others, spread
), compared AS (
    SELECT
        seller_no,
        texts,
        others,
        round(apart / greatest(1.4826 * spread, $price_least_spread), 4) AS z,
        round(exp(apart), 4) AS ratio
    FROM own
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
