-- What the judging room found, one row per seller: ghost probability, dangers, area of the trade, roles in the chain.
-- Findings about language, names or persons play no part.
SELECT
    subject_id AS seller_id,
    max(value) FILTER (kind = 'ghost') AS ghost,
    max(low) FILTER (kind = 'ghost') AS ghost_low,
    max(high) FILTER (kind = 'ghost') AS ghost_high,
    string_agg(DISTINCT label, '|' ORDER BY label) FILTER (kind = 'danger') AS dangers,
    max(label) FILTER (kind = 'home-area') AS area,
    list(label ORDER BY label, value) FILTER (kind = 'role') AS roles,
    list(value ORDER BY label, value) FILTER (kind = 'role') AS chances
FROM findings
WHERE subject_kind = 'seller' AND kind IN ('ghost', 'danger', 'home-area', 'role')
GROUP BY subject_id
ORDER BY subject_id
