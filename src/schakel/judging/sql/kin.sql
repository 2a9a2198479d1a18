-- Pairs of sellers that may be one after all: the highest probability of a link between their accounts, both ways around.
WITH linked AS (
    SELECT l.seller_no AS left_no, r.seller_no AS right_no, max(k.probability) AS probability
    FROM links k
    JOIN members l ON l.member_kind = 'account' AND l.member_id = k.left_id
    JOIN members r ON r.member_kind = 'account' AND r.member_id = k.right_id
    WHERE k.kind = 'same-seller' AND k.probability IS NOT NULL AND l.seller_no != r.seller_no
    GROUP BY l.seller_no, r.seller_no
), both_ways AS (
    SELECT left_no AS seller_no, right_no AS other_no, probability FROM linked
    UNION ALL
    SELECT right_no, left_no, probability FROM linked
)
SELECT seller_no, other_no, round(max(probability), 3) AS probability
FROM both_ways
GROUP BY seller_no, other_no
ORDER BY seller_no, other_no
