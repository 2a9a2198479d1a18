-- What was read in some messages, line by line.
SELECT message_id, line, commodity, product, quantity, unit, price, currency, scale, spans
FROM items
WHERE message_id IN (SELECT message_id FROM wanted)
ORDER BY message_id, line, commodity, product
