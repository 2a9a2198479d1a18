-- Which seller advertises in which chat.
SELECT DISTINCT s.seller_id AS one, o.chat_id AS two
FROM offers o
JOIN sellers s ON s.member_kind = 'account' AND s.member_id = o.account_id
WHERE o.act = 'offer'
ORDER BY one, two
