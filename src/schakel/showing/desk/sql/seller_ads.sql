-- The different texts of one seller (or, asked about none, of each) in which most was read, each with its newest message.
SELECT *
FROM (
    SELECT sellers.seller_id, offers.text_id, max_by(offers.message_id, (offers.sent_at, offers.message_id)) AS message_id, max(offers.sent_at) AS sent_at,
        count(DISTINCT offers.message_id) AS copies, count(DISTINCT (items.line, items.commodity)) AS lines,
        count(DISTINCT (items.line, items.commodity)) FILTER (WHERE items.price IS NOT NULL) AS priced
    FROM offers
    JOIN sellers ON sellers.member_id = offers.account_id AND sellers.member_kind = 'account'
    JOIN items ON items.message_id = offers.message_id
    WHERE ($seller IS NULL OR sellers.seller_id = $seller) AND offers.act = 'offer'
    GROUP BY sellers.seller_id, offers.text_id
)
QUALIFY row_number() OVER (PARTITION BY seller_id ORDER BY priced DESC, lines DESC, sent_at DESC, text_id) <= 3
ORDER BY seller_id, priced DESC, lines DESC, sent_at DESC, text_id
