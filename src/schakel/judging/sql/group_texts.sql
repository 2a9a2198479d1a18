-- Which texts of ads stand in which campaign, chat or network, and of which seller they are: how often, and where.
WITH posted AS MATERIALIZED (
    SELECT t.seller_no, t.text_no, o.account_id, o.chat_id, o.message_id
    FROM offers o
    JOIN members m ON m.member_kind = 'account' AND m.member_id = o.account_id
    JOIN seller_texts t ON t.seller_no = m.seller_no AND t.text_id = o.text_id AND t.act = 'offer'
    WHERE o.act = 'offer'
), belongs AS (
    SELECT 'chat' AS subject_kind, chat_id AS subject_id, seller_no, text_no, message_id FROM posted
    UNION ALL
    SELECT 'network', c.community_id, p.seller_no, p.text_no, p.message_id
    FROM posted p
    JOIN communities c USING (account_id)
    UNION ALL
    SELECT 'campaign', c.campaign_id, p.seller_no, p.text_no, p.message_id
    FROM posted p
    JOIN campaigns c USING (message_id)
    JOIN large l ON l.campaign_id = c.campaign_id
)
SELECT
    subject_kind, subject_id, seller_no, text_no,
    count(*) AS ads,
    min(message_id, $most::INTEGER) AS messages
FROM belongs
GROUP BY subject_kind, subject_id, seller_no, text_no
UNION ALL
SELECT 'seller', '', seller_no, text_no, copies, messages
FROM seller_texts
WHERE act = 'offer'
ORDER BY subject_kind, subject_id, seller_no, text_no
