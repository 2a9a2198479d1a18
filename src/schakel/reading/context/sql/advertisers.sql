-- The names under which accounts surely advertise in each chat, since when and until when.
SELECT sure.chat_id, sure.account_id, m.account_name AS name, min(m.sent_at) AS first_seen, max(m.sent_at) AS last_seen
FROM sure
JOIN messages m USING (message_id)
WHERE sure.act = 'offer' AND sure.account_id IS NOT NULL AND m.account_name IS NOT NULL
    AND m.forwarded_from IS NULL AND m.forwarded_from_id IS NULL
GROUP BY sure.chat_id, sure.account_id, m.account_name
ORDER BY sure.chat_id, sure.account_id, name
