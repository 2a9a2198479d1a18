-- The names under which accounts advertise in each chat, since when and until when.
SELECT offers.chat_id, offers.account_id, messages.account_name AS name, min(offers.sent_at) AS first_seen, max(offers.sent_at) AS last_seen
FROM offers
JOIN messages USING (message_id)
WHERE offers.act = 'offer' AND offers.account_id IS NOT NULL AND messages.account_name IS NOT NULL
    AND messages.forwarded_from IS NULL AND messages.forwarded_from_id IS NULL
GROUP BY offers.chat_id, offers.account_id, messages.account_name
ORDER BY offers.chat_id, offers.account_id, name
