-- What was concluded about one seller.
SELECT finding_id, kind, label, value, low, high, words, words_nl, reasons
FROM findings
WHERE subject_id = $seller
ORDER BY kind, value DESC, finding_id
