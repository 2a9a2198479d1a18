-- When ads are posted: by weekday (1 is Monday) and hour of the local day.
SELECT 'rhythm' AS section, weekday::VARCHAR AS subject, hour::VARCHAR AS key, '' AS unit, measure, value,
    value AS low, value AS high, value::BIGINT AS rows
FROM (
    SELECT weekday, hour, 'ads' AS measure, count(*)::DOUBLE AS value FROM ads GROUP BY weekday, hour
    UNION ALL
    SELECT weekday, hour, 'sellers', count(DISTINCT seller_id)::DOUBLE FROM ads GROUP BY weekday, hour
)
ORDER BY ALL
