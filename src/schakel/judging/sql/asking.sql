-- Replies that end in a question mark.
SELECT message_id
FROM messages
WHERE reply_to IS NOT NULL AND reply_to_chat IS NULL AND account_id IS NOT NULL
    AND regexp_matches(right(text, 20), '[?？؟]\s*$')
ORDER BY message_id
