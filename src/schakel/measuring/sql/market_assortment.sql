-- How many kinds of goods sellers offer, and which goods go together: times as many sellers offer both as by chance.
WITH offered AS (
    SELECT DISTINCT a.seller_id, i.commodity
    FROM (SELECT DISTINCT seller_id, text_id FROM ads) a
    JOIN text_items i USING (text_id)
), kinds AS (
    SELECT seller_id, count(*) AS kinds FROM offered GROUP BY seller_id
), total AS (
    SELECT count(*)::DOUBLE AS sellers FROM kinds
), alone AS (
    SELECT commodity, count(*)::DOUBLE AS sellers FROM offered GROUP BY commodity
), paired AS (
    SELECT l.commodity AS one, r.commodity AS two, count(*)::DOUBLE AS sellers
    FROM offered l
    JOIN offered r ON l.seller_id = r.seller_id AND l.commodity < r.commodity
    GROUP BY ALL
)
SELECT 'assortment' AS section, 'kinds' AS subject, kinds::VARCHAR AS key, '' AS unit, 'sellers' AS measure,
    count(*)::DOUBLE AS value, count(*)::DOUBLE AS low, count(*)::DOUBLE AS high, count(*) AS rows
FROM kinds
GROUP BY kinds
UNION ALL
SELECT 'together', b.one, b.two, '', 'times-chance', b.sellers * t.sellers / (x.sellers * y.sellers), NULL, NULL,
    b.sellers::BIGINT
FROM paired b
JOIN alone x ON x.commodity = b.one
JOIN alone y ON y.commodity = b.two
CROSS JOIN total t
WHERE b.sellers >= $least
ORDER BY ALL
