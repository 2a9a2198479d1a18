-- The names that accounts went by: in how many messages, since when, until when, and where each was first seen.
SELECT
    account_id,
    account_name AS value,
    count(*) AS times,
    min(sent_at) AS first_seen,
    max(sent_at) AS last_seen,
    arg_min(message_id, (sent_at, message_id)) AS message_id
FROM messages
WHERE account_name IS NOT NULL AND account_id IS NOT NULL
GROUP BY account_id, account_name
ORDER BY account_id, account_name
