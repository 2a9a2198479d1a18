-- Messages that ask somebody something: replies that end in a question mark (`plain`), short replies that have one near their end or
-- ask without one, and messages that are no reply and open with the name of an account (`handle`, its letters and digits). Of
-- these it tells too where they stand, and whether there is a question mark near their end (`marked`).
SELECT
    message_id,
    reply_to IS NOT NULL AND regexp_matches(right(text, 20), '[?？؟]\s*$') AS plain,
    CASE WHEN reply_to IS NULL
        THEN regexp_replace(lower(regexp_extract(text, '^\s*@ ?(\w{4,32})\b', 1)), '[^a-z0-9]', '', 'g') END AS handle,
    CASE WHEN reply_to IS NULL THEN regexp_matches(right(text, 20), '[?？؟]') END AS marked,
    CASE WHEN reply_to IS NULL THEN chat_id END AS chat_id,
    CASE WHEN reply_to IS NULL THEN tg_id END AS tg_id,
    CASE WHEN reply_to IS NULL THEN account_id END AS account_id
FROM messages
WHERE account_id IS NOT NULL AND reply_to_chat IS NULL AND kind IS DISTINCT FROM 'service'
    AND CASE WHEN reply_to IS NULL
        THEN length(text) <= $letters::INTEGER AND regexp_matches(left(text, 40), '^\s*@ ?\w{4,32}\b')
        ELSE regexp_matches(right(text, 20), '[?？؟]\s*$')
            OR length(text) <= $letters::INTEGER
                AND (regexp_matches(right(text, 20), '[?？؟]') OR regexp_matches(lower(text), $asks))
    END
ORDER BY message_id
