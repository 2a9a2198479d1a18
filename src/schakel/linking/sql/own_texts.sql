-- The text of every different offer of each account; a text is fetched from one of its messages only.
WITH one AS (SELECT text_id, min(messages[1]) AS message_id FROM own_posts GROUP BY text_id),
written AS (
    SELECT one.text_id, messages.text
    FROM (SELECT message_id, text FROM messages SEMI JOIN one USING (message_id)) AS messages
    JOIN one ON one.message_id = messages.message_id
)
SELECT own_posts.account_id, own_posts.text_id, written.text
FROM own_posts
JOIN written ON written.text_id = own_posts.text_id
ORDER BY own_posts.account_id, own_posts.text_id
