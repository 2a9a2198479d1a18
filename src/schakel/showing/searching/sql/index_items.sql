-- What is named in each text: commodities and scales.
SELECT
    carriers.number,
    list_sort(list(DISTINCT items.commodity) FILTER (WHERE items.commodity IS NOT NULL)) AS commodities,
    list_sort(list(DISTINCT items.scale) FILTER (WHERE items.scale IS NOT NULL)) AS scales
FROM items
JOIN carriers ON carriers.message_id = items.message_id
GROUP BY carriers.number
ORDER BY carriers.number
