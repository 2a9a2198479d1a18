-- Short answers that want money before anything is shown, brought or sent, whoever wrote them.
SELECT message_id, account_id
FROM messages
WHERE reply_to IS NOT NULL AND reply_to_chat IS NULL AND account_id IS NOT NULL AND kind IS DISTINCT FROM 'service'
    AND length(text) BETWEEN 3 AND 160
    AND regexp_matches(lower(text), $money_first) AND NOT regexp_matches(lower(text), $no_money_first)
ORDER BY message_id
