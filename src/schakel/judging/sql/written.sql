-- Texts of offers that a seller wrote itself, and since when. A forward says openly whose words these are, so a text that was
-- only forwarded is neither a seller's own nor borrowed. `board`: the seller is a channel that posts, after them, what two or more
-- others wrote: a noticeboard, which makes no author.
WITH forwards AS (
    SELECT DISTINCT message_id FROM mentions WHERE kind = 'forward'
), passed AS (
    SELECT m.seller_no, o.text_id, count(*) AS copies
    FROM offers o
    SEMI JOIN forwards f ON f.message_id = o.message_id
    JOIN members m ON m.member_kind = 'account' AND m.member_id = o.account_id
    WHERE o.act = 'offer'
    GROUP BY m.seller_no, o.text_id
), since AS (
    SELECT p.seller_no, p.text_id, min(o.sent_at) AS first_at
    FROM passed p
    JOIN offers o ON o.text_id = p.text_id AND o.act = 'offer'
    JOIN members m ON m.member_kind = 'account' AND m.member_id = o.account_id AND m.seller_no = p.seller_no
    ANTI JOIN forwards f ON f.message_id = o.message_id
    GROUP BY p.seller_no, p.text_id
), own AS (
    SELECT
        t.seller_no, t.text_no, t.text_id, c.campaign_id,
        CASE WHEN p.text_id IS NULL THEN t.first_at ELSE s.first_at END AS first_at
    FROM seller_texts t
    LEFT JOIN passed p ON p.seller_no = t.seller_no AND p.text_id = t.text_id
    LEFT JOIN since s ON s.seller_no = t.seller_no AND s.text_id = t.text_id
    LEFT JOIN campaigns c ON c.message_id = t.message_id
    WHERE t.act = 'offer' AND (p.text_id IS NULL OR p.copies < t.copies)
), channels AS (
    SELECT m.seller_no
    FROM members m
    JOIN (SELECT account_id, bool_and(kind = 'channel') AS channel FROM accounts GROUP BY account_id) a
        ON m.member_kind = 'account' AND m.member_id = a.account_id
    GROUP BY m.seller_no
    HAVING bool_and(coalesce(a.channel, FALSE))
), opened AS (
    SELECT campaign_id, seller_no, min(first_at) AS first_at
    FROM own
    WHERE campaign_id IS NOT NULL
    GROUP BY campaign_id, seller_no
), boards AS (
    SELECT o.seller_no
    FROM opened o
    SEMI JOIN channels c ON c.seller_no = o.seller_no
    JOIN opened e ON e.campaign_id = o.campaign_id AND e.first_at < o.first_at
    GROUP BY o.seller_no
    HAVING count(DISTINCT e.seller_no) >= 2
)
SELECT own.*, b.seller_no IS NOT NULL AS board
FROM own
LEFT JOIN boards b ON b.seller_no = own.seller_no
ORDER BY own.text_no
