-- The different texts in which each account offers.
SELECT messages.account_id, list(DISTINCT text ORDER BY text) AS texts
FROM messages
JOIN offers USING (message_id)
WHERE act = 'offer' AND messages.account_id IS NOT NULL
GROUP BY messages.account_id
ORDER BY messages.account_id
