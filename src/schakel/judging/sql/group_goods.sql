-- What is offered by each seller and in each campaign, chat and network: ads and texts a commodity, and texts in all.
WITH goods AS (
    SELECT DISTINCT i.text_no, i.commodity, coalesce(k.kind, 'other') AS kind
    FROM seller_items i
    LEFT JOIN groups k USING (commodity)
    WHERE i.commodity IS NOT NULL
), mine AS (
    SELECT * REPLACE (CASE WHEN subject_kind = 'seller' THEN seller_no ELSE -1 END AS seller_no) FROM group_texts
), offering AS MATERIALIZED (
    SELECT m.*, g.commodity, g.kind FROM mine m JOIN goods g USING (text_no)
), whole AS ( -- a text is one seller's, so it stands once in each campaign, chat or network
    SELECT subject_kind, subject_id, seller_no, count(*) AS texts, sum(ads)::BIGINT AS ads
    FROM mine
    WHERE text_no IN (SELECT text_no FROM goods)
    GROUP BY subject_kind, subject_id, seller_no
), counted AS (
    SELECT subject_kind, subject_id, seller_no, commodity, kind, count(*) AS texts, sum(ads)::BIGINT AS ads
    FROM offering
    GROUP BY subject_kind, subject_id, seller_no, commodity, kind
), shown AS (
    SELECT subject_kind, subject_id, seller_no, commodity, kind, min(message_id, $most::INTEGER) AS messages
    FROM (SELECT subject_kind, subject_id, seller_no, commodity, kind, unnest(messages) AS message_id FROM offering)
    GROUP BY subject_kind, subject_id, seller_no, commodity, kind
)
SELECT c.*, w.texts AS all_texts, w.ads AS all_ads, s.messages
FROM counted c
JOIN whole w USING (subject_kind, subject_id, seller_no)
JOIN shown s USING (subject_kind, subject_id, seller_no, commodity, kind)
ORDER BY c.subject_kind, c.subject_id, c.seller_no, c.ads DESC, c.commodity
