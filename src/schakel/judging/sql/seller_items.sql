-- The items of each seller's offers, once per text, with quantities in one measure per kind. Of goods that users too buy by
-- the hundred, less than `lots` name is a user's amount.
SELECT
    t.seller_no,
    i.line,
    i.commodity,
    i.product,
    if(i.scale = 'bulk' AND i.quantity * coalesce(u.factor, 1.0) < o.least, 'retail', i.scale) AS scale,
    i.price,
    coalesce(i.currency, '') AS currency,
    coalesce(u.measure, i.unit) AS measure,
    i.quantity * coalesce(u.factor, 1.0) AS amount,
    t.text_no
FROM seller_texts t
JOIN items i ON i.message_id = t.message_id
LEFT JOIN measures u ON u.unit = i.unit
LEFT JOIN lots o ON o.kind = 'trade' AND o.commodity = i.commodity AND o.measure = coalesce(u.measure, i.unit)
WHERE t.act = 'offer'
ORDER BY t.text_no, i.line
