-- Short answers that speak of prepaid cards or their codes, whoever wrote them.
SELECT message_id
FROM messages
WHERE reply_to IS NOT NULL AND reply_to_chat IS NULL AND account_id IS NOT NULL
    AND length(text) BETWEEN 3 AND 160
    AND regexp_matches(lower(text), $codes)
ORDER BY message_id
