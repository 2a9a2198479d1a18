-- Every account of every seller, numbered, with the number of its seller and what is judged of that seller as a ghost.
WITH ranked AS (
    SELECT seller_id, (row_number() OVER (ORDER BY seller_id) - 1)::BIGINT AS seller_no
    FROM (SELECT DISTINCT seller_id FROM sellers WHERE member_kind = 'account')
), owned AS (
    SELECT member_id AS account_id, min(seller_id) AS seller_id
    FROM sellers
    WHERE member_kind = 'account'
    GROUP BY member_id
), ghosts AS (
    SELECT subject_id, any_value(value) AS value, any_value(low) AS low, any_value(high) AS high
    FROM findings
    WHERE kind = 'ghost' AND subject_kind = 'seller'
    GROUP BY subject_id
)
SELECT
    (row_number() OVER (ORDER BY o.account_id) - 1)::BIGINT AS account_no,
    o.account_id,
    r.seller_no,
    r.seller_id,
    g.value AS ghost,
    g.low AS ghost_low,
    g.high AS ghost_high
FROM owned o
JOIN ranked r USING (seller_id)
LEFT JOIN ghosts g ON g.subject_id = o.seller_id
ORDER BY o.account_id
