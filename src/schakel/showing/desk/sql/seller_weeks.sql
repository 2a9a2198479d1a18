-- How many offers each account of a seller placed in each week.
SELECT date_trunc('week', offers.sent_at)::DATE AS week, offers.account_id, count(*) AS offers
FROM offers
JOIN sellers ON sellers.member_id = offers.account_id AND sellers.member_kind = 'account'
WHERE sellers.seller_id = $seller AND offers.act = 'offer' AND offers.sent_at IS NOT NULL
GROUP BY ALL
ORDER BY week, offers.account_id
