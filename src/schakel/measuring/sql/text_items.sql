-- The lines of each offered text, read from one of its messages (`first_ads`), with amounts in grams, millilitres or pieces.
SELECT
    i.text_id,
    i.line,
    any_value(i.commodity) AS commodity,
    any_value(lower(i.product)) AS product,
    any_value(i.scale) AS scale,
    any_value(coalesce(u.measure, i.unit)) AS measure,
    any_value(round(i.quantity * coalesce(u.factor, 1.0), 6)) AS amount,
    any_value(i.price) AS price,
    any_value(i.currency) AS currency
FROM items i
SEMI JOIN first_ads o ON o.message_id = i.message_id
LEFT JOIN measures u ON u.unit = i.unit
WHERE i.commodity IS NOT NULL
GROUP BY i.text_id, i.line
ORDER BY i.text_id, i.line
