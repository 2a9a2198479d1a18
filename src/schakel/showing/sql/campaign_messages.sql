-- The messages that carry one campaign.
SELECT DISTINCT message_id
FROM campaigns
WHERE campaign_id = $campaign
ORDER BY message_id
