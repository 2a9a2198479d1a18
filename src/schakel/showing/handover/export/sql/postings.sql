-- Which account posts in which chat, how often, between when and when.
SELECT account_id, chat_id, count(*) AS messages, min(sent_at) AS first_seen, max(sent_at) AS last_seen
FROM messages
WHERE account_id IS NOT NULL
    AND ($whole OR account_id IN (SELECT account_id FROM scope_accounts) OR message_id IN (SELECT message_id FROM scope_posts))
GROUP BY account_id, chat_id
ORDER BY account_id, chat_id
