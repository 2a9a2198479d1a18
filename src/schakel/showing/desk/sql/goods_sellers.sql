-- The sellers that offer one kind of goods (or, asked about none, each).
SELECT DISTINCT items.commodity, sellers.seller_id
FROM items
JOIN offers ON offers.message_id = items.message_id AND offers.act = 'offer'
JOIN sellers ON sellers.member_id = offers.account_id AND sellers.member_kind = 'account'
WHERE $commodity IS NULL OR items.commodity = $commodity
ORDER BY items.commodity, sellers.seller_id
