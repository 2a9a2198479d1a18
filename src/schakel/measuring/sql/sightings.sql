-- On which days each selling account made an offer: over all, and by commodity, area, month and scale.
-- A day is a UTC day, as in the table coverage.
WITH ads AS (
    SELECT o.message_id, o.text_id, o.account_id, o.sent_at::DATE AS day, o.places
    FROM offers o
    SEMI JOIN members m ON m.account_id = o.account_id
    WHERE o.act = 'offer' AND o.sent_at IS NOT NULL
), days AS (
    SELECT DISTINCT account_id, day FROM ads
), posted AS (
    SELECT DISTINCT account_id, text_id, day FROM ads
), named AS (
    SELECT DISTINCT text_id, commodity, scale FROM items
), placed AS (
    SELECT DISTINCT text_id, unnest(list_distinct(list_transform(places, lambda x: x.province))) AS province
    FROM (SELECT DISTINCT text_id, places FROM ads WHERE len(places) > 0)
), strata AS (
    SELECT 'all' AS kind, 'all' AS name, account_id, day FROM days
    UNION ALL
    SELECT 'month', strftime(day, '%Y-%m'), account_id, day FROM days
    UNION ALL
    SELECT DISTINCT 'commodity', n.commodity, p.account_id, p.day
    FROM posted p JOIN named n USING (text_id) WHERE n.commodity IS NOT NULL
    UNION ALL
    SELECT DISTINCT 'scale', n.scale, p.account_id, p.day
    FROM posted p JOIN named n USING (text_id) WHERE n.scale IS NOT NULL
    UNION ALL
    SELECT DISTINCT 'area', l.province, p.account_id, p.day
    FROM posted p JOIN placed l USING (text_id) WHERE l.province IS NOT NULL
)
SELECT s.kind, s.name, m.account_no, epoch(s.day)::BIGINT // 86400 AS day
FROM strata s
JOIN members m USING (account_id)
ORDER BY s.kind, s.name, m.account_no, s.day
