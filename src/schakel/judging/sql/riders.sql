-- Accounts of sellers that ride and hardly sell: who speaks of riding at least as often as it posts ads, beside another account
-- of the same seller that posts some.
WITH said AS (
    SELECT account_id, count(*) AS rides, min(message_id, $most::INTEGER) AS ride_messages
    FROM remarks
    WHERE courier
    GROUP BY account_id
), posted AS (
    SELECT account_id, count(*) AS ads FROM offers WHERE act = 'offer' GROUP BY account_id
), hands AS (
    SELECT
        m.seller_no,
        m.member_id AS account_id,
        coalesce(s.rides, 0) AS rides,
        coalesce(p.ads, 0) AS ads,
        coalesce(s.rides >= coalesce(p.ads, 0), FALSE) AS rider,
        s.ride_messages
    FROM members m
    LEFT JOIN said s ON s.account_id = m.member_id
    LEFT JOIN posted p ON p.account_id = m.member_id
    WHERE m.member_kind = 'account'
), bosses AS (
    SELECT seller_no FROM hands WHERE NOT rider AND ads > 0 GROUP BY seller_no
)
SELECT h.seller_no, h.account_id, h.rides, h.ads, h.ride_messages
FROM hands h
JOIN bosses USING (seller_no)
WHERE h.rider
ORDER BY h.account_id
