-- What was concluded about what the export reaches; about networks and the market as a whole only where all goes out.
SELECT finding_id, subject_kind, subject_id, kind, label, value, low, high, words, words_nl, reasons
FROM findings
WHERE $whole OR subject_id IN (SELECT id FROM reach)
ORDER BY subject_kind, subject_id, kind, finding_id
