-- Ads in which a seller says that it sells to those who sell on, whatever amounts it names (`wholesale`), or that it brings or
-- makes the goods itself (`source`); and what reads as ads of who changes or cashes out money for a part of it (`money`).
WITH texts AS (
    SELECT t.text_no, lower(left(g.text, 2000)) AS text
    FROM seller_texts t
    JOIN read_texts g USING (text_id)
    WHERE t.act = 'offer'
), wares AS ( -- to cash out is work, and the part that is kept no price
    SELECT text_no, bool_or(commodity IS DISTINCT FROM $money_goods) AS others, bool_or(price IS NOT NULL) AS priced
    FROM seller_items
    GROUP BY text_no
), said AS MATERIALIZED ( -- each of these long patterns is made ready once: that takes longer than its use on most markets
    SELECT
        t.text_no,
        regexp_matches(t.text, $wholesale) AS wholesale,
        regexp_matches(t.text, $source) AS source,
        regexp_matches(t.text, $money) OR regexp_matches(t.text, $cleaning) OR regexp_matches(t.text, $between) AS changes,
        regexp_matches(t.text, $cashout) AS cashes,
        regexp_matches(t.text, $cut) AS cut,
        coalesce(w.others, FALSE) AS others,
        coalesce(w.priced, FALSE) AS priced
    FROM texts t
    LEFT JOIN wares w USING (text_no)
)
SELECT text_no, wholesale, source, NOT others AND (changes AND (cut OR NOT priced) OR cut AND cashes) AS money
FROM said
WHERE wholesale OR source OR money
ORDER BY text_no
