-- The campaign of each text.
SELECT carriers.number, min(campaigns.campaign_id) AS campaign
FROM campaigns
JOIN carriers ON carriers.message_id = campaigns.message_id
GROUP BY carriers.number
ORDER BY carriers.number
