-- Short replies in the words of who had something from a seller, and no question. Whether they stand under an ad is seen in `witnesses`.
WITH short AS (
    SELECT message_id, lower(text) AS said
    FROM messages
    WHERE reply_to IS NOT NULL AND reply_to_chat IS NULL AND account_id IS NOT NULL AND kind IS DISTINCT FROM 'service'
        AND length(text) BETWEEN 4 AND $thanks_letters::INTEGER AND forwarded_from IS NULL AND forwarded_from_id IS NULL
)
SELECT message_id
FROM short
WHERE regexp_matches(said, $received) AND NOT regexp_matches(said, '[?？؟]') AND NOT regexp_matches(said, $speaks_ill)
ORDER BY message_id
