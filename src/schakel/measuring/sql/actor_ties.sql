-- Who has to do with whom: replies, mentions, forwards, vouches and payments, between sellers and other accounts.
WITH owners AS (
    SELECT member_id AS account_id, min(seller_id) AS actor FROM sellers WHERE member_kind = 'account' GROUP BY member_id
)
SELECT DISTINCT
    least(coalesce(l.actor, p.left_id), coalesce(r.actor, p.right_id)) AS one,
    greatest(coalesce(l.actor, p.left_id), coalesce(r.actor, p.right_id)) AS two
FROM links p
LEFT JOIN owners l ON l.account_id = p.left_id
LEFT JOIN owners r ON r.account_id = p.right_id
WHERE p.kind IN ('replies', 'mentions', 'forwards', 'vouches', 'pays')
    AND coalesce(l.actor, p.left_id) <> coalesce(r.actor, p.right_id)
ORDER BY one, two
