-- One message of each offered text: all copies have the same lines.
SELECT min(message_id) AS message_id FROM ads GROUP BY text_id ORDER BY message_id
