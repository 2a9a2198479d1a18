-- Offers per week for the kinds of goods that are offered most.
WITH named AS (
    SELECT DISTINCT offers.message_id, items.commodity, date_trunc('week', offers.sent_at)::DATE AS week
    FROM offers
    JOIN items ON items.message_id = offers.message_id
    WHERE offers.act = 'offer' AND offers.sent_at IS NOT NULL AND items.commodity IS NOT NULL
), most AS (
    SELECT commodity FROM named GROUP BY commodity ORDER BY count(*) DESC, commodity LIMIT $most
)
SELECT week, commodity, count(*) AS ads
FROM named
WHERE commodity IN (SELECT commodity FROM most)
GROUP BY week, commodity
ORDER BY week, commodity
