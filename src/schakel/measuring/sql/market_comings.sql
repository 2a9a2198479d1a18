-- Sellers that are new and sellers that vanish, by month. Who was there in the first days may be older than the data,
-- and who advertised in the last days is not said to have vanished: both edges are told apart.
WITH edges AS (
    SELECT min(day) AS first_day, max(day) AS last_day,
        least($quiet, greatest((max(day) - min(day)) // 2, 1)) AS quiet
    FROM ads
), lives AS (
    SELECT seller_id, min(day) AS first_seen, max(day) AS last_seen, arg_min(month, day) AS came, arg_max(month, day) AS went
    FROM ads
    GROUP BY seller_id
), told AS (
    SELECT came AS month, CASE WHEN first_seen < first_day + quiet THEN 'there-at-the-start' ELSE 'new' END AS measure
    FROM lives CROSS JOIN edges
    UNION ALL
    SELECT went, 'vanished' FROM lives CROSS JOIN edges WHERE last_seen <= last_day - quiet
    UNION ALL
    SELECT month, 'active' FROM (SELECT DISTINCT seller_id, month FROM ads)
)
SELECT 'comings' AS section, 'all' AS subject, month AS key, '' AS unit, measure, count(*)::DOUBLE AS value,
    count(*)::DOUBLE AS low, count(*)::DOUBLE AS high, count(*) AS rows
FROM told
GROUP BY month, measure
UNION ALL
SELECT 'comings', 'all', 'all', 'days', 'quiet-days', quiet::DOUBLE, quiet::DOUBLE, quiet::DOUBLE, 1 FROM edges
ORDER BY ALL
