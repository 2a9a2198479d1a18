-- In which chats and at which hours of the day (UTC) each account posted its own offers.
-- `forwarded` holds the messages that somebody else wrote first.
SELECT account_id, chat_id, hour(sent_at) AS hour, count(*) AS posts
FROM offers
ANTI JOIN forwarded USING (message_id)
WHERE act = 'offer' AND account_id IS NOT NULL AND sent_at IS NOT NULL
GROUP BY account_id, chat_id, hour(sent_at)
ORDER BY account_id, chat_id, hour
