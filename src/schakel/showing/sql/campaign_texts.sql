-- The different texts of one campaign, the first one first: the text, where it names places, how often it was posted.
WITH posted AS (
    SELECT text_id, count(*) AS copies, min(sent_at) AS first_seen, min(message_id) AS message_id
    FROM campaigns
    WHERE campaign_id = $campaign
    GROUP BY text_id
)
SELECT posted.*, messages.text, offers.places
FROM posted
JOIN (SELECT message_id, text FROM messages SEMI JOIN posted USING (message_id)) AS messages
    ON messages.message_id = posted.message_id
LEFT JOIN offers ON offers.message_id = posted.message_id
ORDER BY posted.first_seen, posted.text_id
LIMIT $most
