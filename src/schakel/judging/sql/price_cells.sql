-- How far each seller's price lies from the middle of all sellers, for every kind and order of amount of goods for which some others
-- ask a price; month and province are taken off.
SELECT
    seller_no,
    dense_rank() OVER (ORDER BY commodity, measure, currency, bucket) - 1 AS cell,
    others,
    round(median(log_price - middle), 6) AS apart,
    list_sort(list(DISTINCT text_no))[1:$most::INTEGER] AS texts
FROM asked_prices
GROUP BY seller_no, commodity, measure, currency, bucket, others
ORDER BY seller_no, cell
