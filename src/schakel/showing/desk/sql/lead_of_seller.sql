-- The lead about one seller (or, asked about none, about each).
SELECT seller_id, lead_id
FROM leads
WHERE $seller IS NULL OR seller_id = $seller
ORDER BY seller_id, lead_id
