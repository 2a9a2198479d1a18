-- The items of each seller's offers, once per text, with quantities in one measure per kind.
SELECT
    t.seller_no,
    i.line,
    i.commodity,
    i.product,
    i.scale,
    i.price,
    coalesce(i.currency, '') AS currency,
    coalesce(u.measure, i.unit) AS measure,
    i.quantity * coalesce(u.factor, 1.0) AS amount,
    t.text_no
FROM seller_texts t
JOIN items i ON i.message_id = t.message_id
LEFT JOIN measures u ON u.unit = i.unit
WHERE t.act = 'offer'
ORDER BY t.text_no, i.line
