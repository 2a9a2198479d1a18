-- What one seller (or, asked about none, each) offers, at which prices, each with one message to look at.
SELECT
    sellers.seller_id, items.commodity, items.product, items.quantity, items.unit, items.currency, items.scale,
    min(items.price) AS price_low, median(items.price) AS price_middle, max(items.price) AS price_high,
    count(*) AS ads, min(items.message_id) AS example
FROM items
JOIN offers ON offers.message_id = items.message_id AND offers.act = 'offer'
JOIN sellers ON sellers.member_id = offers.account_id AND sellers.member_kind = 'account'
WHERE $seller IS NULL OR sellers.seller_id = $seller
GROUP BY sellers.seller_id, items.commodity, items.product, items.quantity, items.unit, items.currency, items.scale
QUALIFY row_number() OVER (
    PARTITION BY sellers.seller_id
    ORDER BY ads DESC, items.commodity, items.product, items.quantity, items.unit, items.currency, items.scale
) <= 40
ORDER BY sellers.seller_id, ads DESC, items.commodity, items.product, items.quantity, items.unit, items.currency, items.scale
