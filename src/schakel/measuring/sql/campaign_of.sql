-- The campaign of each text: a text is in one.
SELECT text_id, any_value(campaign_id) AS campaign_id
FROM campaigns
GROUP BY text_id
ORDER BY text_id
