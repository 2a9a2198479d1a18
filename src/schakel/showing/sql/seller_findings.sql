-- What was concluded about one seller (or, asked about none, about each).
SELECT subject_id AS seller_id, finding_id, kind, label, value, low, high, words, words_nl, reasons
FROM findings
WHERE subject_kind = 'seller' AND ($seller IS NULL OR subject_id = $seller)
ORDER BY subject_id, kind, value DESC, finding_id
