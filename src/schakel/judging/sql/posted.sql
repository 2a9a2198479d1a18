-- Ads of each seller by text, account and chat, with the large campaign that the text belongs to: what is said of groups of
-- ads needs no copy by itself. A text belongs to one campaign.
WITH numbered AS (
    SELECT m.seller_no, o.text_id, o.account_id, o.chat_id, o.sent_at, o.message_id
    FROM offers o
    JOIN members m ON m.member_kind = 'account' AND m.member_id = o.account_id
    WHERE o.act = 'offer'
), middle AS (
    SELECT min(sent_at) + (max(sent_at) - min(sent_at)) / 2 AS at FROM numbered
), campaigns_of AS (
    SELECT c.text_id, any_value(c.campaign_id) AS campaign_id
    FROM campaigns c
    SEMI JOIN large l ON l.campaign_id = c.campaign_id
    GROUP BY c.text_id
), grouped AS (
    SELECT
        n.seller_no, n.text_id, n.account_id, n.chat_id,
        count(*) AS ads,
        count(*) FILTER (n.sent_at <= m.at) AS before,
        count(*) FILTER (n.sent_at > m.at) AS after,
        min(n.message_id, $most::INTEGER) AS messages
    FROM numbered n
    CROSS JOIN middle m
    GROUP BY n.seller_no, n.text_id, n.account_id, n.chat_id
)
SELECT g.* EXCLUDE (text_id), t.text_no, c.campaign_id
FROM grouped g
JOIN seller_texts t ON t.seller_no = g.seller_no AND t.text_id = g.text_id AND t.act = 'offer'
LEFT JOIN campaigns_of c ON c.text_id = g.text_id
ORDER BY t.text_no, g.account_id, g.chat_id
