-- Pairs of different sellers that are tied to each other, with how strong the tie is. `tie_weights` says which kinds
-- of link count and how much; evidence that two sellers are one counts from $suspected (log10 LR) on.
WITH member AS (
    SELECT member_id AS account_id, min(seller_id) AS seller_id
    FROM sellers
    WHERE member_kind = 'account'
    GROUP BY member_id
), weighed AS (
    SELECT
        a.seller_id AS one,
        b.seller_id AS other,
        w.weight * CASE
            WHEN l.kind = 'same-seller' THEN l.log10_lr
            ELSE greatest(len(coalesce(l.reasons[1].messages, [])), 1)
        END AS strength
    FROM links l
    JOIN tie_weights w ON w.kind = l.kind
    JOIN member a ON a.account_id = l.left_id
    JOIN member b ON b.account_id = l.right_id
    WHERE a.seller_id <> b.seller_id AND (l.kind <> 'same-seller' OR l.log10_lr >= $suspected)
)
SELECT
    least(one, other) AS one,
    greatest(one, other) AS other,
    round(sum(strength), 6) AS strength
FROM weighed
GROUP BY least(one, other), greatest(one, other)
ORDER BY strength DESC, one, other
