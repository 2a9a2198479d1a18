-- How many message numbers are missing in the chats in which one seller offers, between its first and its last offer there.
WITH own AS (
    SELECT
        offers.chat_id, min(CAST(offers.sent_at AS DATE)) AS first_day, max(CAST(offers.sent_at AS DATE)) AS last_day
    FROM offers
    JOIN sellers ON sellers.member_id = offers.account_id AND sellers.member_kind = 'account'
    WHERE sellers.seller_id = $seller AND offers.act = 'offer'
    GROUP BY offers.chat_id
)
SELECT own.chat_id, CAST(sum(coverage.ids_missing) AS BIGINT) AS missing
FROM own
JOIN coverage ON coverage.chat_id = own.chat_id AND coverage.day BETWEEN own.first_day AND own.last_day
GROUP BY own.chat_id
ORDER BY own.chat_id
