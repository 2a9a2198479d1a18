-- Which account or selector belongs to which seller. What is claimed by two goes to the first by id.
SELECT
    s.member_kind,
    s.member_id,
    min(k.seller_no) AS seller_no
FROM sellers s
JOIN subjects k USING (seller_id)
WHERE s.member_id IS NOT NULL
GROUP BY s.member_kind, s.member_id
ORDER BY s.member_kind, s.member_id
