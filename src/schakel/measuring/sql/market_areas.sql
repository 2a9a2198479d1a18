-- Areas served: provinces that ads name. A seller that names two provinces counts in both.
WITH served AS (
    SELECT a.seller_no, a.text_no, a.message_id, coalesce(p.province, 'none named') AS area
    FROM ads a
    LEFT JOIN text_places p USING (text_id)
), counted AS (
    SELECT area, count(DISTINCT message_id)::DOUBLE AS ads, count(DISTINCT text_no)::DOUBLE AS texts,
        count(DISTINCT seller_no)::DOUBLE AS sellers
    FROM served
    GROUP BY area
)
SELECT 'area' AS section, 'all' AS subject, area AS key, '' AS unit, measure, value, value AS low, value AS high,
    value::BIGINT AS rows
FROM (
    SELECT area, 'ads' AS measure, ads AS value FROM counted
    UNION ALL
    SELECT area, 'unique-ads', texts FROM counted
    UNION ALL
    SELECT area, 'sellers', sellers FROM counted
)
ORDER BY ALL
