-- How many sellers were seen with so many different offers.
SELECT times, count(*) AS sellers
FROM (
    SELECT sellers.seller_id, count(DISTINCT offers.text_id) AS times
    FROM offers
    JOIN sellers ON sellers.member_kind = 'account' AND sellers.member_id = offers.account_id
    WHERE offers.act = 'offer'
    GROUP BY sellers.seller_id
)
GROUP BY times
ORDER BY times
