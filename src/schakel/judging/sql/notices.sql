-- Short messages that speak of stock, such as "sold out", whoever wrote them.
SELECT message_id, account_id
FROM (
    SELECT message_id, account_id, lower(text) AS text
    FROM messages
    WHERE kind IS DISTINCT FROM 'service' AND length(text) BETWEEN 4 AND 120 AND account_id IS NOT NULL
)
WHERE regexp_matches(text, $stock)
ORDER BY message_id
