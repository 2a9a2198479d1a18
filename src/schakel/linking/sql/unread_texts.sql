-- Messages in which no contact was read, mostly since nothing in them is of the trade: all that sellers' accounts wrote,
-- and of what others wrote that in which a number, an address or an account could stand. Each text once an account.
WITH written AS (
    SELECT account_id, text, message_id
    FROM messages
    WHERE message_id NOT IN (SELECT message_id FROM selectors)
        AND coalesce(kind, 'message') = 'message' AND text <> '' AND account_id IS NOT NULL
        AND forwarded_from_id IS NULL AND forwarded_from IS NULL
)
SELECT account_id, text, list(message_id ORDER BY message_id) AS messages
FROM written
WHERE account_id IN (SELECT account_id FROM members) OR regexp_matches(text, $telling)
GROUP BY account_id, text
ORDER BY account_id, text
