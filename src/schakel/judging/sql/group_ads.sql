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
), told AS MATERIALIZED (
    SELECT p.*, f.bulk, f.retail, f.weapons, k.fentanyl, k.minors
    FROM posted p
    LEFT JOIN flags f USING (text_no)
    LEFT JOIN marks k USING (text_no)
), belongs AS (
    SELECT 'chat' AS subject_kind, chat_id AS subject_id, * FROM told
    UNION ALL
    SELECT 'network', c.community_id, p.* FROM told p JOIN communities c USING (account_id)
    UNION ALL
    SELECT 'campaign', campaign_id, * FROM told WHERE campaign_id IS NOT NULL
    UNION ALL
    SELECT 'seller', '', * FROM told
), counted AS (
    SELECT
        b.subject_kind,
        b.subject_id,
        b.seller_no,
        sum(ads)::BIGINT AS ads,
        count(DISTINCT b.account_id) AS accounts,
        count(DISTINCT b.chat_id) AS chats,
        sum(before)::BIGINT AS before,
        sum(after)::BIGINT AS after,
        coalesce(sum(ads) FILTER (bulk), 0)::BIGINT AS bulk,
        coalesce(sum(ads) FILTER (retail), 0)::BIGINT AS retail,
        coalesce(sum(ads) FILTER (weapons), 0)::BIGINT AS weapons,
        coalesce(sum(ads) FILTER (fentanyl), 0)::BIGINT AS fentanyl,
        coalesce(sum(ads) FILTER (minors), 0)::BIGINT AS minors
    FROM belongs b
    GROUP BY b.subject_kind, b.subject_id, b.seller_no
), shown AS (
    SELECT
        subject_kind, subject_id, seller_no,
        min(message_id, $most::INTEGER) AS ad_messages,
        min(message_id, $most::INTEGER) FILTER (bulk) AS bulk_messages,
        min(message_id, $most::INTEGER) FILTER (retail) AS retail_messages,
        min(message_id, $most::INTEGER) FILTER (weapons) AS weapon_messages,
        min(message_id, $most::INTEGER) FILTER (fentanyl) AS fentanyl_messages,
        min(message_id, $most::INTEGER) FILTER (minors) AS minor_messages
    FROM (SELECT * EXCLUDE (messages), unnest(messages) AS message_id FROM belongs)
    GROUP BY subject_kind, subject_id, seller_no
)
SELECT * FROM counted JOIN shown USING (subject_kind, subject_id, seller_no)
ORDER BY subject_kind, subject_id, seller_no
