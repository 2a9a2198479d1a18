-- Who wrote how much where on which UTC day: messages, ads and different ads, by chat and account.
-- Everybody counts as a writer; only selling accounts have ads.
WITH ads_of AS (
    SELECT message_id, text_id, seller_id FROM ads
), said AS (
    SELECT
        g.chat_id,
        g.account_id,
        epoch(g.sent_at)::BIGINT // 86400 AS day,
        count(DISTINCT g.tg_id) FILTER (g.kind = 'message') AS messages,
        count(DISTINCT g.tg_id) FILTER (g.action IN ('join_group_by_link', 'join_group_by_request', 'invite_members')) AS joins,
        count(DISTINCT g.tg_id) FILTER (a.message_id IS NOT NULL) AS ads,
        count(DISTINCT a.text_id) AS texts
    FROM messages g
    LEFT JOIN ads_of a ON a.message_id = g.message_id
    WHERE g.sent_at IS NOT NULL
    GROUP BY g.chat_id, g.account_id, day
)
SELECT s.chat_id, s.account_id, m.seller_id, s.day, s.messages, s.joins, s.ads, s.texts
FROM said s
LEFT JOIN members m ON m.account_id = s.account_id
WHERE s.messages + s.joins + s.ads > 0
ORDER BY s.chat_id, s.account_id, s.day
