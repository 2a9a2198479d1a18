-- Per account the photos (or files of another kind) shown with its own offers, and in which messages.
-- `looks` says which files are one photo.
SELECT
    offers.account_id,
    coalesce(looks.photo, messages.media_sha256) AS photo,
    min(offers.message_id, 2) AS messages
FROM (
    SELECT message_id, media_sha256
    FROM messages
    WHERE media_sha256 IS NOT NULL
        AND (forwarded_from_id IS NULL OR forwarded_from_id = account_id)
        AND (forwarded_from IS NULL OR forwarded_from_id IS NOT NULL OR forwarded_from = account_name)
) AS messages
JOIN offers ON offers.message_id = messages.message_id
LEFT JOIN looks ON looks.media_sha256 = messages.media_sha256
WHERE offers.act = 'offer' AND offers.account_id IS NOT NULL
GROUP BY offers.account_id, coalesce(looks.photo, messages.media_sha256)
ORDER BY account_id, photo
