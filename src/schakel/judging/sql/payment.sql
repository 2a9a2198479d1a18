-- How each seller wants to be paid: texts that ask payment first, texts that take cash or let the buyer come by, and texts that want a login
-- behind a link.
WITH terms AS (
    SELECT
        seller_no,
        copies,
        text_no,
        advance,
        list_contains(payment, 'cash') OR list_contains(delivery, 'pickup') AS on_hand_over,
        list_contains(payment, 'voucher') AS voucher
    FROM seller_texts
    WHERE act = 'offer'
), counted AS (
    SELECT
        seller_no,
        sum(copies)::BIGINT AS offers,
        coalesce(sum(copies) FILTER (advance), 0)::BIGINT AS in_advance,
        coalesce(sum(copies) FILTER (on_hand_over), 0)::BIGINT AS on_hand_over,
        coalesce(sum(copies) FILTER (voucher), 0)::BIGINT AS with_voucher,
        list_sort(list(DISTINCT text_no) FILTER (advance))[1:$most::INTEGER] AS advance_messages,
        list_sort(list(DISTINCT text_no) FILTER (on_hand_over))[1:$most::INTEGER] AS hand_over_messages,
        list_sort(list(DISTINCT text_no) FILTER (voucher))[1:$most::INTEGER] AS voucher_messages
    FROM terms
    GROUP BY seller_no
), lures AS (
    SELECT
        seller_no,
        count(DISTINCT message_id) AS with_login,
        list_sort(flatten(list(messages)))[1:$most::INTEGER] AS login_messages
    FROM text_marks
    WHERE login
    GROUP BY seller_no
)
SELECT
    k.seller_no,
    coalesce(c.offers, 0)::BIGINT AS offers,
    coalesce(c.in_advance, 0)::BIGINT AS in_advance,
    coalesce(c.on_hand_over, 0)::BIGINT AS on_hand_over,
    coalesce(c.with_voucher, 0)::BIGINT AS with_voucher,
    coalesce(l.with_login, 0)::BIGINT AS with_login,
    c.advance_messages,
    c.hand_over_messages,
    c.voucher_messages,
    l.login_messages
FROM subjects k
LEFT JOIN lures l USING (seller_no)
LEFT JOIN counted c USING (seller_no)
ORDER BY k.seller_no
