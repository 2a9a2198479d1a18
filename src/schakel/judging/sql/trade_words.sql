-- Ads in which a seller says that it sells to those who sell on, whatever amounts it names (`wholesale`), or that it brings or
-- makes the goods itself (`source`).
SELECT t.text_no, g.wholesale, g.source
FROM seller_texts t
JOIN (
    SELECT text_id, regexp_matches(text, $wholesale) AS wholesale, regexp_matches(text, $source) AS source
    FROM (SELECT text_id, lower(left(text, 2000)) AS text FROM read_texts)
) g USING (text_id)
WHERE t.act = 'offer' AND (g.wholesale OR g.source)
ORDER BY t.text_no
