-- What each seller does: acts, amounts, deliveries, in numbers of distinct texts, with messages to look at.
WITH texts AS ( -- what is only passed on, or handles money, tells nothing of the seller's own trade
    SELECT t.*, p.text_no IS NOT NULL OR coalesce(w.money, FALSE) AS passed
    FROM seller_texts t
    LEFT JOIN passed_on p USING (text_no)
    LEFT JOIN trade_words w USING (text_no)
), acts AS (
    SELECT
        seller_no,
        count(*) AS acts,
        count(*) FILTER (act = 'offer') AS offers,
        count(*) FILTER (act = 'request') AS requests,
        count(*) FILTER (act = 'vouch') AS vouches,
        count(*) FILTER (passed) AS passed,
        count(*) FILTER (act = 'offer' AND NOT passed AND list_contains(delivery, 'courier')) AS courier,
        coalesce(sum(copies) FILTER (act = 'offer'), 0)::BIGINT AS copies,
        list_sort(list(DISTINCT text_no) FILTER (act = 'offer'))[1:$most::INTEGER] AS offer_messages,
        list_sort(list(DISTINCT text_no) FILTER (act = 'request'))[1:$most::INTEGER] AS request_messages,
        list_sort(list(DISTINCT text_no) FILTER (act = 'vouch'))[1:$most::INTEGER] AS vouch_messages,
        list_sort(list(DISTINCT text_no) FILTER (act = 'offer' AND NOT passed))[1:$most::INTEGER] AS own_messages,
        list_sort(list(DISTINCT text_no) FILTER (act = 'offer' AND NOT passed AND list_contains(delivery, 'courier')))
            [1:$most::INTEGER] AS courier_messages
    FROM texts
    GROUP BY seller_no
), own_items AS (
    SELECT i.* FROM seller_items i ANTI JOIN (SELECT text_no FROM texts WHERE passed) p USING (text_no)
), sized AS ( -- amounts in lots as importers and makers sell; of a good without one of its own, in what is usual in that measure
    SELECT i.text_no, i.scale, i.amount / coalesce(o.least, u.least, 50) AS size
    FROM own_items i
    LEFT JOIN lots o ON o.kind = 'large' AND o.measure = i.measure AND o.commodity = i.commodity
    LEFT JOIN lots u ON u.kind = 'large' AND u.measure = i.measure AND u.commodity = 'any'
    WHERE i.amount IS NOT NULL
), lowest AS ( -- the smallest step of each text that sells trade amounts, in such lots
    SELECT text_no, min(size) AS size, bool_and(scale IS DISTINCT FROM 'retail') AND bool_or(scale = 'bulk') AS trade
    FROM sized
    GROUP BY text_no
), smallest AS ( -- texts of nothing less than a lot: who sells so is a source
    SELECT text_no FROM lowest WHERE trade AND size >= 1
), steps AS ( -- one row per text and good: a ladder that begins at a user's amount is a shop's, however far it goes
    SELECT
        i.text_no,
        bool_or(i.scale = 'bulk') AND NOT coalesce(bool_or(i.scale = 'retail'), FALSE) AS bulk,
        bool_or(i.scale IS NOT NULL) AS scaled,
        bool_or(i.scale = 'retail') AS retail,
        bool_or(i.scale = 'retail' AND i.amount IS DISTINCT FROM 1) AS users -- a lone price is read as that of one piece
    FROM own_items i
    GROUP BY i.text_no, i.commodity
), kinds AS (
    SELECT
        t.seller_no,
        t.text_no,
        coalesce(w.wholesale, FALSE) AND NOT coalesce(bool_or(s.users), FALSE) AS told,
        coalesce(w.source, FALSE) AND NOT coalesce(bool_or(s.users), FALSE)
            AND (w.wholesale OR coalesce(bool_or(s.bulk), FALSE) OR bool_or(s.scaled) IS NOT TRUE) AS sourced, -- "from the source, intro only"
        coalesce(any_value(l.size) >= 1, TRUE) AS lots,
        coalesce(bool_or(s.bulk), FALSE) AS bulk,
        coalesce(bool_or(s.retail), FALSE) AS retail,
        coalesce(bool_or(s.scaled), FALSE) AS scaled
    FROM texts t
    LEFT JOIN steps s USING (text_no)
    LEFT JOIN trade_words w USING (text_no)
    LEFT JOIN lowest l USING (text_no)
    WHERE t.act = 'offer' AND NOT t.passed
    GROUP BY t.seller_no, t.text_no, w.wholesale, w.source
), sides AS (
    SELECT
        seller_no,
        count(*) FILTER (told OR bulk) AS trading,
        count(*) FILTER (told) AS told,
        count(*) FILTER (sourced) AS sourced,
        count(*) FILTER (sourced AND lots) AS backed, -- whose smallest steps are less may have bought it from one
        count(*) FILTER (retail AND NOT told) AS shopping,
        count(*) FILTER (told OR scaled) AS sided,
        list_sort(list(text_no) FILTER (told OR bulk))[1:$most::INTEGER] AS trading_messages,
        list_sort(list(text_no) FILTER (sourced))[1:$most::INTEGER] AS source_messages,
        list_sort(list(text_no) FILTER (retail AND NOT told))[1:$most::INTEGER] AS shopping_messages
    FROM kinds
    GROUP BY seller_no
), amounts AS (
    SELECT
        seller_no,
        count(DISTINCT text_no) FILTER (scale = 'bulk') AS bulk,
        count(DISTINCT text_no) FILTER (scale = 'retail') AS retail,
        count(DISTINCT text_no) FILTER (scale = 'bulk' AND s.text_no IS NOT NULL) AS kilos,
        count(DISTINCT text_no) FILTER (scale IS NOT NULL) AS scaled,
        list_sort(list(DISTINCT text_no) FILTER (scale = 'bulk' AND s.text_no IS NOT NULL))[1:$most::INTEGER]
            AS kilo_messages,
        list_sort(list(DISTINCT text_no) FILTER (scale = 'bulk'))[1:$most::INTEGER] AS bulk_messages,
        list_sort(list(DISTINCT text_no) FILTER (scale = 'retail'))[1:$most::INTEGER]
            AS retail_messages
    FROM own_items
    LEFT JOIN smallest s USING (text_no)
    GROUP BY seller_no
), dangerous AS (
    SELECT
        i.seller_no,
        count(DISTINCT text_no) AS weapon_texts,
        string_agg(DISTINCT i.commodity, ', ' ORDER BY i.commodity) AS weapons,
        list_sort(list(DISTINCT text_no))[1:$most::INTEGER] AS weapon_messages
    FROM seller_items i
    JOIN groups g USING (commodity)
    WHERE g.kind = 'weapons'
    GROUP BY i.seller_no
), marks AS (
    SELECT
        seller_no,
        count(*) FILTER (fentanyl) AS fentanyl_texts,
        count(*) FILTER (minors) AS minor_texts,
        list_sort(flatten(list(messages) FILTER (fentanyl)))[1:$most::INTEGER] AS fentanyl_messages,
        list_sort(flatten(list(messages) FILTER (minors)))[1:$most::INTEGER] AS minor_messages
    FROM text_marks
    GROUP BY seller_no
)
SELECT
    k.seller_no,
    coalesce(a.acts, 0)::BIGINT AS acts,
    coalesce(a.offers, 0)::BIGINT AS offers,
    coalesce(a.passed, 0)::BIGINT AS passed,
    coalesce(a.requests, 0)::BIGINT AS requests,
    coalesce(a.vouches, 0)::BIGINT AS vouches,
    coalesce(a.courier, 0)::BIGINT AS courier,
    coalesce(m.bulk, 0)::BIGINT AS bulk,
    coalesce(m.retail, 0)::BIGINT AS retail,
    coalesce(m.kilos, 0)::BIGINT AS kilos,
    coalesce(m.scaled, 0)::BIGINT AS scaled,
    coalesce(v.trading, 0)::BIGINT AS trading,
    coalesce(v.told, 0)::BIGINT AS told,
    coalesce(v.sourced, 0)::BIGINT AS sourced,
    coalesce(v.backed, 0)::BIGINT AS backed,
    coalesce(v.shopping, 0)::BIGINT AS shopping,
    coalesce(v.sided, 0)::BIGINT AS sided,
    coalesce(a.copies, 0)::BIGINT AS copies,
    coalesce(d.weapon_texts, 0)::BIGINT AS weapon_texts,
    coalesce(x.fentanyl_texts, 0)::BIGINT AS fentanyl_texts,
    coalesce(x.minor_texts, 0)::BIGINT AS minor_texts,
    coalesce(d.weapons, '') AS weapons,
    a.request_messages,
    a.vouch_messages,
    a.courier_messages,
    a.offer_messages,
    a.own_messages,
    m.kilo_messages,
    m.bulk_messages,
    m.retail_messages,
    v.trading_messages,
    v.source_messages,
    v.shopping_messages,
    d.weapon_messages,
    x.fentanyl_messages,
    x.minor_messages
FROM subjects k
LEFT JOIN acts a USING (seller_no)
LEFT JOIN amounts m USING (seller_no)
LEFT JOIN sides v USING (seller_no)
LEFT JOIN dangerous d USING (seller_no)
LEFT JOIN marks x USING (seller_no)
ORDER BY k.seller_no
