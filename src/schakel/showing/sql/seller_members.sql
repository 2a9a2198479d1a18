-- The accounts and selectors of one seller (or, asked about none, of each), with what each account posted.
SELECT
    sellers.seller_id, sellers.member_kind, sellers.member_id, sellers.account_tg_id, sellers.name,
    count(offers.message_id) FILTER (WHERE offers.act = 'offer') AS offers,
    count(DISTINCT offers.chat_id) AS chats,
    min(offers.sent_at) AS first_seen, max(offers.sent_at) AS last_seen
FROM sellers
LEFT JOIN offers ON offers.account_id = sellers.member_id
WHERE $seller IS NULL OR sellers.seller_id = $seller
GROUP BY ALL
ORDER BY sellers.seller_id, sellers.member_kind, offers DESC, sellers.member_id
