-- What one seller (or, asked about none, each) let slip.
SELECT seller_id, kind, account_id, value, detail, message_id, "start", "end", times, messages, third_party
FROM identity_leads
WHERE $seller IS NULL OR seller_id = $seller
ORDER BY seller_id, kind, account_id NULLS FIRST, value
