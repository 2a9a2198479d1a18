-- Ads, different ads, campaigns, accounts, sellers and chats: over all, by month, by week and by commodity.
WITH told AS (
    SELECT 'all' AS subject, 'all' AS key, text_no, campaign_no, account_no, seller_no, chat_no, ghost
    FROM ads
    UNION ALL
    SELECT 'month', month, text_no, campaign_no, account_no, seller_no, chat_no, ghost FROM ads
    UNION ALL
    SELECT 'week', week, text_no, campaign_no, account_no, seller_no, chat_no, ghost FROM ads
    UNION ALL
    SELECT 'commodity', g.commodity, text_no, campaign_no, account_no, seller_no, chat_no, ghost
    FROM ads a
    JOIN (SELECT DISTINCT text_id, commodity FROM text_items) g USING (text_id)
), counted AS (
    SELECT
        subject,
        key,
        count(*)::DOUBLE AS ads,
        count(DISTINCT text_no)::DOUBLE AS "unique-ads",
        count(DISTINCT campaign_no)::DOUBLE AS campaigns,
        count(DISTINCT account_no)::DOUBLE AS accounts,
        count(DISTINCT seller_no)::DOUBLE AS sellers,
        count(DISTINCT chat_no)::DOUBLE AS chats,
        coalesce(avg(ghost), 0.0) AS "ghost-share-of-ads"
    FROM told
    GROUP BY subject, key
)
SELECT 'volume' AS section, subject, key, '' AS unit, measure, value, value AS low, value AS high, ads::BIGINT AS rows
FROM (
    UNPIVOT (SELECT *, ads AS total FROM counted)
    ON ads, "unique-ads", campaigns, accounts, sellers, chats, "ghost-share-of-ads"
    INTO NAME measure VALUE value
) JOIN (SELECT subject, key, ads FROM counted) n USING (subject, key)
ORDER BY ALL
