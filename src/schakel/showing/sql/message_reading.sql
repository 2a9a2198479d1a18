-- What was read in one message.
SELECT act, score, language, places, delivery, payment, advance, reasons
FROM offers
WHERE message_id = $message
ORDER BY offer_id
