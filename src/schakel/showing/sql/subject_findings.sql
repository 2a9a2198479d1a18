-- What was concluded about one network, chat or account.
SELECT subject_kind, finding_id, kind, label, value, low, high, words, words_nl, reasons
FROM findings
WHERE subject_id = $subject
ORDER BY kind, value DESC, finding_id
