-- The campaign of each offer text.
SELECT text_id, min(campaign_id) AS group_id
FROM campaigns
GROUP BY text_id
ORDER BY text_id
