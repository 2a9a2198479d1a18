-- Which texts of ads stand in which campaign, chat or network, and of which seller they are: how often, and where.
WITH belongs AS (
    SELECT 'chat' AS subject_kind, chat_id AS subject_id, seller_no, text_no, ads, messages FROM posted
    UNION ALL
    SELECT 'network', c.community_id, p.seller_no, p.text_no, p.ads, p.messages
    FROM posted p
    JOIN communities c USING (account_id)
    UNION ALL
    SELECT 'campaign', campaign_id, seller_no, text_no, ads, messages FROM posted WHERE campaign_id IS NOT NULL
)
SELECT
    subject_kind, subject_id, seller_no, text_no,
    sum(ads)::BIGINT AS ads,
    min(message_id, $most::INTEGER) AS messages
FROM (
    SELECT subject_kind, subject_id, seller_no, text_no, unnest(messages) AS message_id,
        CASE WHEN generate_subscripts(messages, 1) = 1 THEN ads END AS ads
    FROM belongs
)
GROUP BY subject_kind, subject_id, seller_no, text_no
UNION ALL
SELECT 'seller', '', seller_no, text_no, copies, messages
FROM seller_texts
WHERE act = 'offer'
ORDER BY subject_kind, subject_id, seller_no, text_no
