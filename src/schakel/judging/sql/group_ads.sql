-- Ads by what they belong to (campaign, chat, network, seller) and by the seller who posted them: numbers, and what is
-- in them. Campaigns of few ads by one seller are left out: they are that seller's.
WITH flags AS MATERIALIZED (
    SELECT
        i.text_no,
        bool_or(i.scale = 'bulk') AS bulk,
        bool_or(i.scale = 'retail') AS retail,
        bool_or(g.kind = 'weapons') AS weapons
    FROM seller_items i
    LEFT JOIN groups g USING (commodity)
    GROUP BY i.text_no
), marks AS (
    SELECT t.text_no, bool_or(k.fentanyl) AS fentanyl, bool_or(k.minors) AS minors
    FROM text_marks k
    JOIN seller_texts t ON t.message_id = k.message_id AND t.seller_no = k.seller_no
    GROUP BY t.text_no
), posted AS MATERIALIZED (
    SELECT
        t.seller_no, t.text_no, o.account_id, o.chat_id, o.sent_at, o.message_id
    FROM offers o
    JOIN members m ON m.member_kind = 'account' AND m.member_id = o.account_id
    JOIN seller_texts t ON t.seller_no = m.seller_no AND t.text_id = o.text_id AND t.act = 'offer'
    WHERE o.act = 'offer'
), middle AS (
    SELECT min(sent_at) + (max(sent_at) - min(sent_at)) / 2 AS at FROM posted
), belongs AS (
    SELECT 'chat' AS subject_kind, chat_id AS subject_id, * FROM posted
    UNION ALL
    SELECT 'network', c.community_id, p.* FROM posted p JOIN communities c USING (account_id)
    UNION ALL
    SELECT 'campaign', c.campaign_id, p.*
    FROM posted p
    JOIN campaigns c USING (message_id)
    JOIN large l ON l.campaign_id = c.campaign_id
    UNION ALL
    SELECT 'seller', '', * FROM posted
)
SELECT
    b.subject_kind,
    b.subject_id,
    b.seller_no,
    count(*) AS ads,
    count(DISTINCT b.account_id) AS accounts,
    count(DISTINCT b.chat_id) AS chats,
    count(*) FILTER (b.sent_at <= m.at) AS before,
    count(*) FILTER (b.sent_at > m.at) AS after,
    count(*) FILTER (f.bulk) AS bulk,
    count(*) FILTER (f.retail) AS retail,
    count(*) FILTER (f.weapons) AS weapons,
    count(*) FILTER (k.fentanyl) AS fentanyl,
    count(*) FILTER (k.minors) AS minors,
    min(b.message_id, $most::INTEGER) AS ad_messages,
    min(b.message_id, $most::INTEGER) FILTER (f.bulk) AS bulk_messages,
    min(b.message_id, $most::INTEGER) FILTER (f.retail) AS retail_messages,
    min(b.message_id, $most::INTEGER) FILTER (f.weapons) AS weapon_messages,
    min(b.message_id, $most::INTEGER) FILTER (k.fentanyl) AS fentanyl_messages,
    min(b.message_id, $most::INTEGER) FILTER (k.minors) AS minor_messages
FROM belongs b
CROSS JOIN middle m
LEFT JOIN flags f USING (text_no)
LEFT JOIN marks k USING (text_no)
GROUP BY b.subject_kind, b.subject_id, b.seller_no
ORDER BY b.subject_kind, b.subject_id, b.seller_no
