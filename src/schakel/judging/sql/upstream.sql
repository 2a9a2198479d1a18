-- Sellers who ask other sellers for goods, or pass on their ads: of each seller how many do, with and without trade amounts of
-- their own. Goods flow from who is asked or forwarded to who asks or forwards.
WITH bulk AS (
    SELECT DISTINCT seller_no FROM seller_items i ANTI JOIN passed_on p USING (text_no) WHERE scale = 'bulk'
), asked AS (
    SELECT DISTINCT r.seller_no, m.seller_no AS asker_no, r.message_id
    FROM replies r
    JOIN members m ON m.member_kind = 'account' AND m.member_id = r.account_id
    WHERE r.asks OR r.message_id IN (SELECT message_id FROM offers WHERE act = 'request')
    UNION
    SELECT f.seller_no, m.seller_no, n.message_id
    FROM mentions n
    JOIN members f ON f.member_kind = 'account' AND f.member_id = n.target_account_id
    JOIN members m ON m.member_kind = 'account' AND m.member_id = n.account_id
    JOIN offers o ON o.message_id = n.message_id AND o.act = 'offer'
    WHERE n.kind = 'forward' AND f.seller_no <> m.seller_no
), counted AS (
    SELECT
        a.seller_no,
        count(DISTINCT a.asker_no) FILTER (b.seller_no IS NOT NULL) AS traders,
        count(DISTINCT a.asker_no) AS sellers,
        min(a.message_id, $most::INTEGER) AS asked_messages
    FROM asked a
    LEFT JOIN bulk b ON b.seller_no = a.asker_no
    GROUP BY a.seller_no
)
SELECT
    k.seller_no,
    coalesce(c.traders, 0)::BIGINT AS traders,
    coalesce(c.sellers, 0)::BIGINT AS sellers,
    c.asked_messages
FROM subjects k
LEFT JOIN counted c USING (seller_no)
ORDER BY k.seller_no
