-- Pairs of selling accounts that were weighed, with the probability that both are one seller.
SELECT l.account_no AS left_no, r.account_no AS right_no, max(p.probability) AS probability
FROM links p
JOIN members l ON l.account_id = p.left_id
JOIN members r ON r.account_id = p.right_id
WHERE p.kind = 'same-seller' AND p.probability IS NOT NULL
GROUP BY l.account_no, r.account_no
ORDER BY left_no, right_no
