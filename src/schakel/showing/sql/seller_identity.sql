-- What a seller let slip.
SELECT kind, account_id, value, detail, message_id, "start", "end", times, messages, third_party
FROM identity_leads
WHERE seller_id = $seller
ORDER BY kind, account_id NULLS FIRST, value
