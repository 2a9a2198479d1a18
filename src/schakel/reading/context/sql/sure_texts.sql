-- What each account surely says in ads and requests, each different text once.
WITH one AS (
    SELECT account_id, text_id, min(message_id) AS message_id
    FROM sure
    WHERE act IN ('offer', 'request') AND account_id IS NOT NULL
    GROUP BY account_id, text_id
)
SELECT one.account_id, m.text
FROM one
JOIN messages m USING (message_id)
WHERE m.text IS NOT NULL
ORDER BY one.account_id, one.text_id
