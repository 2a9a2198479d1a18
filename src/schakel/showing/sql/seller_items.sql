-- What one seller offers, at which prices, each with one message to look at.
SELECT
    items.commodity, items.product, items.quantity, items.unit, items.currency, items.scale,
    min(items.price) AS price_low, median(items.price) AS price_middle, max(items.price) AS price_high,
    count(*) AS ads, min(items.message_id) AS example
FROM items
JOIN offers ON offers.message_id = items.message_id AND offers.act = 'offer'
JOIN sellers ON sellers.member_id = offers.account_id AND sellers.member_kind = 'account'
WHERE sellers.seller_id = $seller
GROUP BY ALL
ORDER BY ads DESC, items.commodity, items.product, items.quantity, items.unit, items.currency, items.scale
LIMIT 40
