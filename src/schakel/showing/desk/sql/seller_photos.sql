-- The photos that a seller's accounts posted, most used first; only those whose file was sealed.
SELECT messages.media_sha256 AS sha256, count(*) AS times, count(DISTINCT messages.account_id) AS accounts,
    min(messages.sent_at) AS first_seen, max(messages.sent_at) AS last_seen, min(messages.message_id) AS example
FROM messages
JOIN sellers ON sellers.member_id = messages.account_id AND sellers.member_kind = 'account'
WHERE sellers.seller_id = $seller AND messages.media_kind = 'photo' AND messages.media_sha256 IS NOT NULL
GROUP BY messages.media_sha256
ORDER BY times DESC, sha256
LIMIT 12
