-- The lead about one seller.
SELECT lead_id
FROM leads
WHERE seller_id = $seller
ORDER BY lead_id
