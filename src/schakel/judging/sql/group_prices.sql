-- The price level of each seller, and of the ads of one seller in a campaign, chat or network: the middle of its log
-- prices against the market's, a comparison for every kind and order of amount of goods, and how far these lie apart.
WITH compared AS (
    SELECT
        g.subject_kind, g.subject_id, g.seller_no,
        median(a.log_price - a.middle) AS level,
        list(g.text_no) AS texts,
        any_value(a.others) AS others
    FROM group_texts g
    JOIN asked_prices a USING (text_no)
    WHERE a.others >= $price_other_sellers
    GROUP BY g.subject_kind, g.subject_id, g.seller_no, a.commodity, a.measure, a.currency, a.bucket
), leveled AS (
    SELECT
        subject_kind, subject_id, seller_no,
        count(*) AS compared,
        max(others) AS others,
        round(median(level), 6) AS level,
        round(coalesce(var_samp(level), 0), 6) AS spread,
        list_sort(list_distinct(flatten(list(texts)))) AS texts
    FROM compared
    GROUP BY subject_kind, subject_id, seller_no
), shown AS (
    SELECT l.subject_kind, l.subject_id, l.seller_no, list_sort(flatten(list(g.messages)))[1:$most::INTEGER] AS messages
    FROM (SELECT subject_kind, subject_id, seller_no, unnest(texts[1:$most::INTEGER]) AS text_no FROM leveled) l
    JOIN group_texts g USING (subject_kind, subject_id, seller_no, text_no)
    GROUP BY l.subject_kind, l.subject_id, l.seller_no
)
SELECT l.* EXCLUDE (texts), s.messages
FROM leveled l
JOIN shown s USING (subject_kind, subject_id, seller_no)
ORDER BY l.subject_kind, l.subject_id, l.seller_no
