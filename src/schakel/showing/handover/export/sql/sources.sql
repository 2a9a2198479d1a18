-- The sealed files that messages of the export come from.
SELECT source_id, name, bytes, format, brought_by, records, kept, known, quarantined, clock
FROM sources
WHERE source_id IN (SELECT id FROM reach WHERE kind = 'source')
ORDER BY source_id
