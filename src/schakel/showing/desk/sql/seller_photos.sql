-- The photos that the accounts of one seller (or, asked about none, of each) posted, most used first; only those whose file was sealed.
SELECT sellers.seller_id, messages.media_sha256 AS sha256, count(*) AS times, count(DISTINCT messages.account_id) AS accounts,
    min(messages.sent_at) AS first_seen, max(messages.sent_at) AS last_seen, min(messages.message_id) AS example
FROM messages
JOIN sellers ON sellers.member_id = messages.account_id AND sellers.member_kind = 'account'
WHERE ($seller IS NULL OR sellers.seller_id = $seller) AND messages.media_kind = 'photo' AND messages.media_sha256 IS NOT NULL
GROUP BY sellers.seller_id, messages.media_sha256
QUALIFY row_number() OVER (PARTITION BY sellers.seller_id ORDER BY times DESC, sha256) <= 12
ORDER BY sellers.seller_id, times DESC, sha256
