-- In which chats and at which hours of the day (UTC) each account posted its own offers.
-- `forwarded` holds the messages that somebody else wrote first. In a channel nobody else can post, so that it is where no other
-- account is says nothing: no chat is given.
WITH channels AS (SELECT DISTINCT account_id FROM accounts WHERE kind = 'channel')
SELECT
    offers.account_id,
    CASE WHEN channels.account_id IS NULL THEN chat_id END AS chat_id,
    hour(sent_at) AS hour,
    count(*) AS posts
FROM offers
ANTI JOIN forwarded USING (message_id)
LEFT JOIN channels ON channels.account_id = offers.account_id
WHERE act = 'offer' AND offers.account_id IS NOT NULL AND sent_at IS NOT NULL
GROUP BY ALL
ORDER BY account_id, chat_id NULLS LAST, hour
