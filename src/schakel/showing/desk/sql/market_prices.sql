-- What is asked for the amounts that are offered most, each price once a seller: the middle, and four in five.
WITH asked AS (
    SELECT DISTINCT sellers.seller_id, items.commodity, items.quantity, items.unit, items.currency, items.price
    FROM items
    JOIN offers ON offers.message_id = items.message_id AND offers.act = 'offer'
    JOIN sellers ON sellers.member_kind = 'account' AND sellers.member_id = offers.account_id
    WHERE items.price > 0 AND items.quantity > 0 AND items.commodity IS NOT NULL AND items.currency = 'EUR'
), usual AS (
    SELECT
        commodity, quantity, unit, count(DISTINCT seller_id) AS sellers, count(*) AS prices,
        quantile_cont(price, 0.5) AS middle, quantile_cont(price, 0.1) AS low, quantile_cont(price, 0.9) AS high
    FROM asked
    GROUP BY commodity, quantity, unit
), ranked AS (
    SELECT *, row_number() OVER (PARTITION BY commodity ORDER BY sellers DESC, quantity, unit) AS place
    FROM usual
    WHERE sellers >= $least
)
SELECT commodity, quantity, unit, sellers, prices, middle, low, high
FROM ranked
WHERE place <= $amounts
ORDER BY commodity, quantity, unit
