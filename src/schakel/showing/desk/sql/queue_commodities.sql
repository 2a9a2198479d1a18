-- The kinds of goods that were read, all about the workspace as a whole.
SELECT DISTINCT '' AS workspace, commodity AS name
FROM items
WHERE commodity IS NOT NULL
ORDER BY name
