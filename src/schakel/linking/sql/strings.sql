-- Strings in messages that could be a wallet or a bank account, each once a message; not in what is passed on.
WITH written AS (
    SELECT message_id, account_id, text
    FROM messages
    WHERE account_id IS NOT NULL AND regexp_matches(text, '[A-Za-z0-9]{15}|[A-Za-z]{2}[0-9]{2} ?[A-Za-z0-9]{4}')
        AND forwarded_from_id IS NULL AND forwarded_from IS NULL
)
SELECT message_id, account_id, unnest(regexp_extract_all(text, '[A-Za-z0-9]{15,}')) AS value FROM written
UNION
SELECT message_id, account_id,
    replace(upper(unnest(regexp_extract_all(text, '[A-Za-z]{2}[0-9]{2}(?: ?[A-Za-z0-9]{4}){2,7}(?: ?[0-9]{1,3}\b)?'))), ' ', '')
FROM written
ORDER BY message_id, value
