-- Signs of stock that comes and goes: words of stock, prices that move, texts that change.
-- "Fresh batch" in an ad that stays, or in most of a seller's ads, is praise of its goods and no news: what tells of stock is a message
-- of its own, or an ad that was posted for some days only by one who mostly posts others.
WITH advertised AS (
    SELECT seller_no, message_id, copies, date_diff('day', first_at, last_at) AS days
    FROM seller_texts
    WHERE act = 'offer'
), standing AS (
    SELECT a.seller_no
    FROM advertised a
    LEFT JOIN text_marks s ON s.message_id = a.message_id AND s.seller_no = a.seller_no AND s.stock
    GROUP BY a.seller_no
    HAVING coalesce(sum(a.copies) FILTER (s.message_id IS NOT NULL), 0) > $stock_part * sum(a.copies)
), news AS (
    SELECT s.seller_no, s.messages
    FROM text_marks s
    LEFT JOIN advertised a ON a.message_id = s.message_id AND a.seller_no = s.seller_no
    WHERE s.stock AND (
        a.message_id IS NULL
        OR a.days <= $stock_days AND s.seller_no NOT IN (SELECT seller_no FROM standing)
    )
), spoken AS (
    SELECT
        seller_no,
        count(*) AS stock_texts,
        list_sort(flatten(list(messages)))[1:$most::INTEGER] AS stock_messages
    FROM news
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
