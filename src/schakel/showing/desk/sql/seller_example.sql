-- One offer of one seller (or, asked about none, of each), to look at.
SELECT sellers.seller_id, min(offers.message_id) AS example
FROM sellers
JOIN offers ON offers.account_id = sellers.member_id AND offers.act = 'offer'
WHERE sellers.member_kind = 'account' AND ($seller IS NULL OR sellers.seller_id = $seller)
GROUP BY sellers.seller_id
ORDER BY sellers.seller_id
