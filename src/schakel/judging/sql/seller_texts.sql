-- One row per seller, text and act: how often it was posted, when, what it promises, and the messages it stands in.
-- Other steps point to a row by `text_no`, its place in this table.
-- Everything that a text says is the same in all its copies, so it is taken from one of them.
WITH posted AS (
    SELECT
        m.seller_no,
        o.text_id,
        o.act,
        min(o.message_id) AS message_id,
        min(o.message_id, $most::INTEGER) AS messages,
        count(*) AS copies,
        min(o.sent_at) AS first_at,
        max(o.sent_at) AS last_at
    FROM offers o
    JOIN members m ON m.member_kind = 'account' AND m.member_id = o.account_id
    GROUP BY m.seller_no, o.text_id, o.act
)
SELECT
    (row_number() OVER (ORDER BY p.seller_no, p.text_id, p.act) - 1)::INTEGER AS text_no,
    p.*,
    coalesce(o.advance, FALSE) AS advance,
    coalesce(o.payment, []) AS payment,
    coalesce(o.delivery, []) AS delivery,
    coalesce(o.places, []) AS places
FROM posted p
JOIN offers o ON o.message_id = p.message_id AND o.act = p.act
ORDER BY p.seller_no, p.text_id, p.act
