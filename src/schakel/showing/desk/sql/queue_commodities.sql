-- The kinds of goods that were read.
SELECT DISTINCT commodity AS name
FROM items
WHERE commodity IS NOT NULL
ORDER BY name
