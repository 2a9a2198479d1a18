-- Ads in which a seller says that it sells to those who sell on, whatever amounts it names.
SELECT t.text_no
FROM seller_texts t
JOIN read_texts g USING (text_id)
WHERE t.act = 'offer' AND regexp_matches(lower(left(g.text, 2000)), $wholesale)
ORDER BY t.text_no
