-- Texts of the sellers that speak of stock, of delivery everywhere, of fentanyl-class opioids, to minors, or that want a login behind a link.
-- One pass finds the few texts with any of the words; only those are told apart. Read are one copy of each offer,
-- and the short messages of a seller that were not read as an act: notices such as "sold out" are short, and
-- joining every long message too would double the time of this step.
WITH texts AS MATERIALIZED (
    SELECT t.seller_no, t.message_id, t.messages, t.act = 'offer' AS offers, lower(left(g.text, 4000)) AS text
    FROM seller_texts t
    JOIN read_texts g USING (text_id)
), marked AS (
    SELECT * FROM texts WHERE regexp_matches(text, $any_of_all)
)
SELECT
    seller_no,
    message_id,
    messages,
    regexp_matches(text, $stock) AS stock,
    offers AND regexp_matches(text, $everywhere) AS everywhere,
    offers AND regexp_matches(text, $fentanyl) AS fentanyl,
    offers AND regexp_matches(text, $minors) AS minors,
    offers AND regexp_matches(text, $login) AS login
FROM marked
UNION ALL
SELECT m.seller_no, n.message_id, [n.message_id], TRUE, FALSE, FALSE, FALSE, FALSE
FROM notices n
JOIN members m ON m.member_kind = 'account' AND m.member_id = n.account_id
ANTI JOIN offers o ON o.message_id = n.message_id
ORDER BY seller_no, message_id
