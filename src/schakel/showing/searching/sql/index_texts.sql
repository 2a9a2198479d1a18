-- Every text once, with 64 bits that tell it, in the order of the last message that carries it.
SELECT text, md5_number_lower(text) AS digest
FROM (
    SELECT text, max(sent_at) AS last_sent, max(message_id) AS any_message
    FROM messages
    WHERE kind = 'message' AND text <> ''
    GROUP BY text
)
ORDER BY last_sent NULLS FIRST, any_message
