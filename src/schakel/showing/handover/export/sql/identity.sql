-- What the sellers that the export reaches let slip.
SELECT identity_lead_id, seller_id, account_id, kind, value, detail, message_id, times, third_party
FROM identity_leads
WHERE seller_id IN (SELECT id FROM reach WHERE kind = 'seller')
ORDER BY identity_lead_id
