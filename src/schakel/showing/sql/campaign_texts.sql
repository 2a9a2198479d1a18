-- Some texts of one campaign with where they name places, by the first message of each.
SELECT messages.message_id, messages.text, offers.places
FROM (SELECT message_id, text FROM messages SEMI JOIN wanted USING (message_id)) AS messages
LEFT JOIN offers ON offers.message_id = messages.message_id
ORDER BY messages.message_id
