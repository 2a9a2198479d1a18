-- Sellers who ask other sellers for goods: of each seller how many sellers ask it, with and without trade amounts of
-- their own, and whether any seller in these data asks another at all.
WITH bulk AS (
    SELECT DISTINCT seller_no FROM seller_items WHERE scale = 'bulk'
), asked AS (
    SELECT DISTINCT r.seller_no, m.seller_no AS asker_no, r.message_id
    FROM replies r
    JOIN members m ON m.member_kind = 'account' AND m.member_id = r.account_id
    WHERE r.asks OR r.message_id IN (SELECT message_id FROM offers WHERE act = 'request')
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
    (SELECT count(*) FROM asked) > 0 AS seen,
    c.asked_messages
FROM subjects k
LEFT JOIN counted c USING (seller_no)
ORDER BY k.seller_no
