-- Ads in which a seller says that it sells to those who sell on, or that its goods come straight from where they are made or
-- brought in, whatever amounts it names.
SELECT text_no, wholesale, source
FROM (
    SELECT t.text_no, regexp_matches(g.text, $wholesale) AS wholesale, regexp_matches(g.text, $source) AS source
    FROM seller_texts t
    JOIN (SELECT text_id, lower(left(text, 2000)) AS text FROM read_texts) g USING (text_id)
    WHERE t.act = 'offer'
)
WHERE wholesale OR source
ORDER BY text_no
