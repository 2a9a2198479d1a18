-- Signs of stock that comes and goes: words of stock, prices that move, texts that change.
WITH spoken AS (
    SELECT
        seller_no,
        count(*) AS stock_texts,
        list_sort(flatten(list(messages)))[1:$most::INTEGER] AS stock_messages
    FROM text_marks
    WHERE stock
    GROUP BY seller_no
), lines AS (
    SELECT
        seller_no, commodity, coalesce(product, '') AS product, measure, amount, currency,
        count(DISTINCT price) AS prices,
        list(text_no) AS text_nos
    FROM seller_items
    WHERE price > 0 AND amount > 0
    GROUP BY ALL
), moved AS (
    SELECT
        seller_no,
        count(*) FILTER (prices > 1) AS moved,
        list_sort(list_distinct(flatten(list(text_nos) FILTER (prices > 1))))[1:$most::INTEGER] AS moved_messages
    FROM lines
    GROUP BY seller_no
), posted AS (
    SELECT
        seller_no,
        count(*) AS texts,
        sum(copies)::BIGINT AS copies,
        date_diff('day', min(first_at), max(last_at)) AS days,
        list_sort(list(DISTINCT text_no))[1:$most::INTEGER] AS offer_messages
    FROM seller_texts
    WHERE act = 'offer'
    GROUP BY seller_no
)
SELECT
    k.seller_no,
    coalesce(p.texts, 0)::BIGINT AS texts,
    coalesce(p.copies, 0)::BIGINT AS copies,
    coalesce(p.days, 0)::BIGINT AS days,
    coalesce(s.stock_texts, 0)::BIGINT AS stock_texts,
    coalesce(m.moved, 0)::BIGINT AS moved,
    s.stock_messages,
    m.moved_messages,
    p.offer_messages
FROM subjects k
LEFT JOIN posted p USING (seller_no)
LEFT JOIN spoken s USING (seller_no)
LEFT JOIN moved m USING (seller_no)
ORDER BY k.seller_no
