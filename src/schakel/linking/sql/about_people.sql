-- Messages that are about somebody: praise and warnings, what speaks of another account, and what is asked or listed of sellers.
WITH wanted AS (
    SELECT message_id FROM offers WHERE act IN ('vouch', 'warning')
    UNION
    SELECT message_id FROM moving
    UNION
    SELECT message_id FROM about_sellers
)
SELECT messages.message_id, messages.account_id, messages.chat_id, messages.sent_at, messages.text
FROM messages
SEMI JOIN wanted USING (message_id)
WHERE messages.text IS NOT NULL
ORDER BY messages.message_id
