-- User quantities against trade quantities: different ads and sellers, over all and by commodity.
WITH named AS (
    SELECT DISTINCT a.seller_id, a.text_id, i.commodity, coalesce(i.scale, 'unknown') AS scale
    FROM (SELECT DISTINCT seller_id, text_id FROM ads) a
    JOIN text_items i USING (text_id)
), told AS (
    SELECT 'all' AS subject, scale, seller_id, text_id FROM named
    UNION ALL
    SELECT commodity, scale, seller_id, text_id FROM named
), counted AS (
    SELECT subject, scale, count(DISTINCT text_id)::DOUBLE AS texts, count(DISTINCT seller_id)::DOUBLE AS sellers
    FROM told
    GROUP BY subject, scale
)
SELECT 'scale' AS section, subject, scale AS key, '' AS unit, measure, value, value AS low, value AS high,
    value::BIGINT AS rows
FROM (
    SELECT subject, scale, 'unique-ads' AS measure, texts AS value FROM counted
    UNION ALL
    SELECT subject, scale, 'sellers', sellers FROM counted
)
ORDER BY ALL
