-- Pictures that sellers' accounts sent themselves and in which something is written beside the picture.
WITH told AS (SELECT media_sha256, exif FROM photos WHERE exif IS NOT NULL)
SELECT
    members.seller_id,
    messages.account_id,
    told.exif,
    count(DISTINCT messages.message_id) AS times,
    min(messages.message_id, 5) AS messages,
    arg_min(messages.message_id, (messages.sent_at, messages.message_id)) AS message_id
FROM messages
JOIN told ON told.media_sha256 = messages.media_sha256
JOIN members ON members.account_id = messages.account_id
WHERE messages.forwarded_from_id IS NULL AND messages.forwarded_from IS NULL
GROUP BY members.seller_id, messages.account_id, told.exif
ORDER BY members.seller_id, messages.account_id, told.exif
