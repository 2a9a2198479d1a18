-- The items read in one message.
SELECT line, commodity, product, quantity, unit, price, currency, scale, spans
FROM items
WHERE message_id = $message
ORDER BY line
