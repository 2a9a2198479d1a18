-- What is offered by each seller and in each campaign, chat and network: ads and texts a commodity, and texts in all.
WITH goods AS (
    SELECT DISTINCT i.text_no, i.commodity, coalesce(k.kind, 'other') AS kind
    FROM seller_items i
    LEFT JOIN groups k USING (commodity)
    WHERE i.commodity IS NOT NULL
), mine AS (
    SELECT * REPLACE (CASE WHEN subject_kind = 'seller' THEN seller_no ELSE -1 END AS seller_no) FROM group_texts
), whole AS (
    SELECT subject_kind, subject_id, seller_no, count(DISTINCT text_no) AS texts, sum(ads)::BIGINT AS ads
    FROM mine
    WHERE text_no IN (SELECT text_no FROM goods)
    GROUP BY subject_kind, subject_id, seller_no
), counted AS (
    SELECT
        m.subject_kind, m.subject_id, m.seller_no, g.commodity, g.kind,
        count(DISTINCT text_no) AS texts,
        sum(m.ads)::BIGINT AS ads,
        list_sort(flatten(list(m.messages)))[1:$most::INTEGER] AS messages
    FROM mine m
    JOIN goods g USING (text_no)
    GROUP BY m.subject_kind, m.subject_id, m.seller_no, g.commodity, g.kind
)
SELECT c.* EXCLUDE (messages), w.texts AS all_texts, w.ads AS all_ads, c.messages
FROM counted c
JOIN whole w USING (subject_kind, subject_id, seller_no)
ORDER BY c.subject_kind, c.subject_id, c.seller_no, c.ads DESC, c.commodity
