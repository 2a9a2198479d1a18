-- The sealed file that a message was read from.
SELECT source_id, name, bytes, format, clock
FROM sources
WHERE source_id = $source
ORDER BY source_id
