-- What was read in the texts of one campaign: by goods, amount and price, most posted first.
SELECT commodity, quantity, unit, price, currency, scale, count(DISTINCT campaigns.message_id) AS posts
FROM campaigns
JOIN items ON items.message_id = campaigns.message_id
WHERE campaigns.campaign_id = $campaign
GROUP BY ALL
ORDER BY posts DESC, commodity, quantity, unit, price, currency, scale
LIMIT 20
