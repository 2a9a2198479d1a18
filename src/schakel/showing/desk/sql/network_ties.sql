-- Who is tied to whom, by kind and month: sellers, and accounts of no seller that touch two sellers or more.
WITH ends AS (
    SELECT account_id AS one, target_account_id AS other, CASE kind WHEN 'reply' THEN 'replies' WHEN 'forward' THEN 'forwards' ELSE 'mentions' END AS kind,
        strftime(sent_at, '%Y-%m') AS month, count(*) AS ties
    FROM mentions
    WHERE target_account_id IS NOT NULL AND target_account_id <> account_id
    GROUP BY one, other, mentions.kind, month
    UNION ALL
    SELECT left_id, right_id, kind, NULL, 1
    FROM links
    WHERE kind IN ('vouches', 'same-photo', 'pays')
), of_sellers AS (
    SELECT member_id, min(seller_id) AS seller_id FROM sellers WHERE member_kind = 'account' GROUP BY member_id
), named AS (
    SELECT coalesce(a.seller_id, ends.one) AS one, coalesce(b.seller_id, ends.other) AS other, ends.kind, ends.month, ends.ties
    FROM ends
    LEFT JOIN of_sellers AS a ON a.member_id = ends.one
    LEFT JOIN of_sellers AS b ON b.member_id = ends.other
), pairs AS (
    SELECT least(one, other) AS one, greatest(one, other) AS other, kind, coalesce(month, '') AS month, sum(ties)::BIGINT AS ties
    FROM named
    WHERE one <> other
    GROUP BY least(one, other), greatest(one, other), kind, coalesce(month, '')
), touching AS (
    SELECT who
    FROM (SELECT one AS who, other AS whom FROM pairs UNION SELECT other, one FROM pairs)
    WHERE starts_with(whom, 's_')
    GROUP BY who
    HAVING starts_with(who, 's_') OR count(*) >= 2
    UNION
    SELECT seller_id FROM of_sellers
)
SELECT one, other, kind, month, ties
FROM pairs
WHERE one IN (SELECT who FROM touching) AND other IN (SELECT who FROM touching)
    AND (starts_with(one, 's_') OR starts_with(other, 's_'))
ORDER BY one, other, kind, month
