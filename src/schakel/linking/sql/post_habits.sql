-- In which chats and at which hours of the day (UTC) each account posted its own offers.
WITH forwarded AS (
    SELECT message_id
    FROM messages
    WHERE (forwarded_from_id IS NOT NULL AND forwarded_from_id IS DISTINCT FROM account_id)
        OR (forwarded_from_id IS NULL AND forwarded_from IS NOT NULL
            AND forwarded_from IS DISTINCT FROM account_name)
)
SELECT account_id, chat_id, hour(sent_at) AS hour, count(*) AS posts
FROM offers
ANTI JOIN forwarded USING (message_id)
WHERE act = 'offer' AND account_id IS NOT NULL AND sent_at IS NOT NULL
GROUP BY account_id, chat_id, hour(sent_at)
ORDER BY account_id, chat_id, hour
