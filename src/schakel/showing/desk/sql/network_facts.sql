-- What is known of each seller: its role and the chance that it is a ghost.
SELECT
    subject_id AS seller_id,
    arg_max(label, value) FILTER (WHERE kind = 'role') AS role,
    max(value) FILTER (WHERE kind = 'ghost') AS ghost
FROM findings
WHERE subject_kind = 'seller' AND kind IN ('role', 'ghost')
GROUP BY subject_id
ORDER BY subject_id
