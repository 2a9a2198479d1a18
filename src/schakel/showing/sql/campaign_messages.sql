-- The messages that carry one campaign, and who posted them.
SELECT DISTINCT message_id, account_id
FROM campaigns
WHERE campaign_id = $campaign
ORDER BY message_id, account_id
