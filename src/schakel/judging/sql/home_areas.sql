-- Places that each seller names for its trade: copies of offers per municipality and province.
SELECT
    t.seller_no,
    a.province,
    a.municipality,
    sum(t.copies)::BIGINT AS copies,
    list_sort(list(DISTINCT a.text_no))[1:$most::INTEGER] AS messages
FROM text_areas a
JOIN seller_texts t USING (text_no)
GROUP BY t.seller_no, a.province, a.municipality
ORDER BY t.seller_no, a.province, a.municipality NULLS FIRST
