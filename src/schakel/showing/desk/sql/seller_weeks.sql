-- How many offers each account of one seller (or, asked about none, of each) placed in each week.
SELECT sellers.seller_id, date_trunc('week', offers.sent_at)::DATE AS week, offers.account_id, count(*) AS offers
FROM offers
JOIN sellers ON sellers.member_id = offers.account_id AND sellers.member_kind = 'account'
WHERE ($seller IS NULL OR sellers.seller_id = $seller) AND offers.act = 'offer' AND offers.sent_at IS NOT NULL
GROUP BY ALL
ORDER BY sellers.seller_id, week, offers.account_id
