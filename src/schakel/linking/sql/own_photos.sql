-- Per account that offers the photos (or files of another kind) that it shows itself, and in which messages: with an offer, or with
-- words that say nothing else ("fresh in"); not with praise, a warning or a request. `looks` says which files are one photo.
SELECT
    messages.account_id,
    coalesce(looks.photo, messages.media_sha256) AS photo,
    min(messages.message_id, 2) AS messages
FROM (
    SELECT message_id, account_id, media_sha256
    FROM messages
    WHERE media_sha256 IS NOT NULL
        AND (forwarded_from_id IS NULL OR forwarded_from_id = account_id)
        AND (forwarded_from IS NULL OR forwarded_from_id IS NOT NULL OR forwarded_from = account_name)
) AS messages
SEMI JOIN own_posts ON own_posts.account_id = messages.account_id
LEFT JOIN offers ON offers.message_id = messages.message_id
LEFT JOIN looks ON looks.media_sha256 = messages.media_sha256
WHERE offers.act IS NULL OR offers.act IN ('offer', 'none')
GROUP BY messages.account_id, coalesce(looks.photo, messages.media_sha256)
ORDER BY account_id, photo
