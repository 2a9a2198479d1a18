-- What each text names: goods and scales, each combination once. A text says the same in all its copies.
SELECT DISTINCT text_id, commodity, scale
FROM items
ORDER BY text_id, commodity, scale
