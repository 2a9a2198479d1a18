-- Short messages that ask others about a seller, and the heads of lists of sellers or mild complaints that give a username: whom
-- they mean is told as of praise and warnings.
WITH plain AS (
    SELECT message_id, length(text) AS letters, lower(text) AS said, contains(text, '@') OR contains(text, 't.me/') AS at_sign
    FROM messages
    WHERE account_id IS NOT NULL AND length(text) BETWEEN 8 AND 1000 AND kind IS DISTINCT FROM 'service'
        AND forwarded_from IS NULL AND forwarded_from_id IS NULL
)
SELECT message_id
FROM plain
WHERE CASE WHEN letters <= $longest::INTEGER AND regexp_matches(said, $asked_words) THEN regexp_matches(said, $asked_about) ELSE FALSE END
    OR CASE WHEN at_sign THEN regexp_matches(left(said, 120), $lists)
            OR letters <= $longest::INTEGER AND regexp_matches(said, $grumble) ELSE FALSE END
ORDER BY message_id
