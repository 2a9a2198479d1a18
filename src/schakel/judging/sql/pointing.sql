-- Short messages that hold one username, end with it and ask nothing: "got it @name", "dm @name".
WITH short AS (
    SELECT message_id, account_id, regexp_extract_all(lower(text), '(?:^|[^\w@])@([a-z]\w{3,31})', 1) AS usernames
    FROM messages
    WHERE account_id IS NOT NULL AND kind IS DISTINCT FROM 'service' AND length(text) BETWEEN 5 AND $pointing_letters::INTEGER
        AND contains(text, '@') AND regexp_matches(text, '@\w{4,32}[^\pL\pN?？؟]*$')
        AND forwarded_from IS NULL AND forwarded_from_id IS NULL
)
SELECT message_id, account_id, usernames[1] AS username
FROM short
WHERE len(usernames) = 1
ORDER BY message_id
