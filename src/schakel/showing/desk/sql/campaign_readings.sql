-- What was read in the texts of one campaign (or, asked about none, of each): by goods, amount and price, most posted first.
SELECT
    campaigns.campaign_id, commodity, quantity, unit, price, currency, scale,
    count(DISTINCT campaigns.message_id) AS posts
FROM campaigns
JOIN items ON items.message_id = campaigns.message_id
WHERE $campaign IS NULL OR campaigns.campaign_id = $campaign
GROUP BY campaigns.campaign_id, commodity, quantity, unit, price, currency, scale
QUALIFY row_number() OVER (
    PARTITION BY campaigns.campaign_id
    ORDER BY posts DESC, commodity, quantity, unit, price, currency, scale
) <= 20
ORDER BY campaigns.campaign_id, posts DESC, commodity, quantity, unit, price, currency, scale
