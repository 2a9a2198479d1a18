-- Whether the evidence about each seller will last: the share of message numbers missing in the chats it offers in,
-- weighed by its offers there, and how many of its accounts have been silent for $quiet_days days when it last offered.
WITH member AS (
    SELECT member_id AS account_id, min(seller_id) AS seller_id
    FROM sellers
    WHERE member_kind = 'account'
    GROUP BY member_id
), gaps AS (
    SELECT chat_id, sum(ids_missing)::DOUBLE / nullif(sum(ids_missing) + sum(ids_seen), 0) AS missing
    FROM coverage
    GROUP BY chat_id
), posted AS (
    SELECT m.seller_id, o.account_id, o.chat_id, count(*) AS offers, max(o.sent_at) AS last_at
    FROM offers o
    JOIN member m USING (account_id)
    WHERE o.act = 'offer'
    GROUP BY m.seller_id, o.account_id, o.chat_id
), accounts AS (
    SELECT seller_id, account_id, max(last_at) AS last_at
    FROM posted
    GROUP BY seller_id, account_id
), newest AS (
    SELECT seller_id, max(last_at) AS last_at
    FROM accounts
    GROUP BY seller_id
), left_behind AS (
    SELECT a.seller_id, count(*) AS moved
    FROM accounts a
    JOIN newest n USING (seller_id)
    WHERE date_diff('day', a.last_at, n.last_at) >= $quiet_days
    GROUP BY a.seller_id
)
SELECT
    p.seller_id,
    round(sum(p.offers * coalesce(g.missing, 0.0)) / sum(p.offers), 6) AS missing_share,
    coalesce(max(l.moved), 0)::BIGINT AS moved_accounts
FROM posted p
LEFT JOIN gaps g USING (chat_id)
LEFT JOIN left_behind l ON l.seller_id = p.seller_id
GROUP BY p.seller_id
ORDER BY p.seller_id
