-- Places that the ads of each campaign, chat and network name: ads per municipality and province.
SELECT
    g.subject_kind,
    g.subject_id,
    a.province,
    a.municipality,
    sum(g.ads)::BIGINT AS copies,
    list_sort(flatten(list(g.messages)))[1:$most::INTEGER] AS messages
FROM group_texts g
JOIN text_areas a USING (text_no)
WHERE g.subject_kind != 'seller'
GROUP BY g.subject_kind, g.subject_id, a.province, a.municipality
ORDER BY g.subject_kind, g.subject_id, a.province, a.municipality NULLS FIRST
