-- What was seen of the market: offers, texts, sellers, and from when to when.
SELECT
    count(*) AS ads,
    count(DISTINCT offers.text_id) AS texts,
    count(DISTINCT sellers.seller_id) AS sellers,
    count(DISTINCT offers.account_id) AS accounts,
    min(offers.sent_at) AS first_sent,
    max(offers.sent_at) AS last_sent
FROM offers
LEFT JOIN sellers ON sellers.member_kind = 'account' AND sellers.member_id = offers.account_id
WHERE offers.act = 'offer'
ORDER BY ads
