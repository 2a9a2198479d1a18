-- Messages that somebody else wrote first: forwards from others are not own posts; a forward from oneself is.
SELECT message_id
FROM messages
WHERE (forwarded_from_id IS NOT NULL AND forwarded_from_id IS DISTINCT FROM account_id)
    OR (forwarded_from_id IS NULL AND forwarded_from IS NOT NULL
        AND forwarded_from IS DISTINCT FROM account_name)
ORDER BY message_id
