-- Per account and text: how often the account posted it as its own offer, when, in which messages.
-- `forwarded` holds the messages that somebody else wrote first.
SELECT
    account_id,
    text_id,
    count(*) AS posts,
    min(sent_at) AS first_seen,
    max(sent_at) AS last_seen,
    min(message_id, 3) AS messages
FROM offers
ANTI JOIN forwarded USING (message_id)
WHERE act = 'offer' AND account_id IS NOT NULL
GROUP BY account_id, text_id
ORDER BY account_id, text_id
