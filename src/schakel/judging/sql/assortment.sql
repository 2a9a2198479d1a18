-- What each seller offers and where it says to deliver: kinds of goods, provinces, words for everywhere.
WITH goods AS (
    SELECT i.seller_no, i.commodity, coalesce(g.kind, 'other') AS kind, i.text_no
    FROM seller_items i
    LEFT JOIN groups g USING (commodity)
    WHERE i.commodity IS NOT NULL
), shelf AS (
    SELECT
        seller_no,
        count(DISTINCT kind) AS kinds,
        count(DISTINCT commodity) AS commodities,
        string_agg(DISTINCT kind, ', ' ORDER BY kind) AS kind_names,
        list_sort(list(DISTINCT text_no))[1:$most::INTEGER] AS goods_messages
    FROM goods
    GROUP BY seller_no
), places AS (
    SELECT seller_no, text_no, unnest(places).province AS province
    FROM seller_texts
    WHERE act = 'offer' AND len(places) > 0
), areas AS (
    SELECT
        seller_no,
        count(DISTINCT province) AS provinces,
        list_sort(list(DISTINCT text_no))[1:$most::INTEGER] AS place_messages
    FROM places
    WHERE province IS NOT NULL
    GROUP BY seller_no
), world AS (
    SELECT
        seller_no,
        list_sort(flatten(list(messages)))[1:$most::INTEGER] AS everywhere_messages
    FROM text_marks
    WHERE everywhere
    GROUP BY seller_no
), offered AS (
    SELECT seller_no, count(*) AS texts FROM seller_texts WHERE act = 'offer' GROUP BY seller_no
)
SELECT
    k.seller_no,
    coalesce(o.texts, 0)::BIGINT AS texts,
    coalesce(s.kinds, 0)::BIGINT AS kinds,
    coalesce(s.commodities, 0)::BIGINT AS commodities,
    coalesce(s.kind_names, '') AS kind_names,
    coalesce(a.provinces, 0)::BIGINT AS provinces,
    w.seller_no IS NOT NULL AS everywhere,
    s.goods_messages,
    a.place_messages,
    w.everywhere_messages
FROM subjects k
LEFT JOIN offered o USING (seller_no)
LEFT JOIN shelf s USING (seller_no)
LEFT JOIN areas a USING (seller_no)
LEFT JOIN world w USING (seller_no)
ORDER BY k.seller_no
