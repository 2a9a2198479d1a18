-- Campaigns worth a finding of their own: many ads, or ads of several accounts.
SELECT campaign_id
FROM campaigns
GROUP BY campaign_id
HAVING count(*) >= $campaign_ads OR (count(*) * 3 >= $campaign_ads AND count(DISTINCT account_id) >= 2)
ORDER BY campaign_id
