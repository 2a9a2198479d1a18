-- What the sellers' own accounts say of riding, of money and of stock. That one of them rides for the others says so of that account.
WITH said AS (
    SELECT m.seller_no, r.*, r.courier AND r.account_id NOT IN (SELECT account_id FROM riders) AS rode
    FROM remarks r
    JOIN members m ON m.member_kind = 'account' AND m.member_id = r.account_id
), counted AS (
    SELECT
        seller_no,
        count(*) FILTER (rode) AS rides,
        count(*) FILTER (money) AS payments,
        count(*) FILTER (storage) AS stores,
        min(message_id, $most::INTEGER) FILTER (rode) AS ride_messages,
        min(message_id, $most::INTEGER) FILTER (money) AS money_messages,
        min(message_id, $most::INTEGER) FILTER (storage) AS storage_messages
    FROM said
    GROUP BY seller_no
), kept AS (
    SELECT m.seller_no, min(g.message_id, $most::INTEGER) AS keeper_messages
    FROM messages g
    JOIN members m ON m.member_kind = 'account' AND m.member_id = g.account_id
    WHERE g.kind = 'service'
    GROUP BY m.seller_no
)
SELECT
    k.seller_no,
    coalesce(c.rides, 0)::BIGINT AS rides,
    coalesce(c.payments, 0)::BIGINT AS payments,
    coalesce(c.stores, 0)::BIGINT AS stores,
    c.ride_messages, c.money_messages, c.storage_messages,
    p.keeper_messages
FROM subjects k
LEFT JOIN counted c USING (seller_no)
LEFT JOIN kept p USING (seller_no)
ORDER BY k.seller_no
