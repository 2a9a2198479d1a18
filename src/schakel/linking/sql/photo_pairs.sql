-- Pairs of accounts that show the same photo (or the same file of another kind) with their own offers.
-- `looks` says which files are one photo.
WITH shown AS (
    SELECT
        offers.account_id,
        coalesce(looks.photo, messages.media_sha256) AS sha,
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
),
counted AS (SELECT *, count(*) OVER (PARTITION BY sha) AS users FROM shown)
SELECT
    l.account_id AS left_id,
    r.account_id AS right_id,
    l.sha AS detail,
    l.users,
    list_concat(l.messages, r.messages) AS messages
FROM counted AS l
JOIN counted AS r ON r.sha = l.sha AND r.account_id > l.account_id
WHERE l.users BETWEEN 2 AND $most AND r.users BETWEEN 2 AND $most
ORDER BY left_id, right_id, detail
