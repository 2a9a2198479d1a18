-- The places that each account names in its own offers, read from one message of each text.
WITH one AS (SELECT text_id, min(messages[1]) AS message_id FROM own_posts GROUP BY text_id),
named AS (
    SELECT one.text_id, unnest(offers.places) AS place
    FROM offers
    JOIN one ON one.message_id = offers.message_id
)
SELECT DISTINCT own_posts.account_id, named.place."name" AS place
FROM own_posts
JOIN named ON named.text_id = own_posts.text_id
WHERE named.place."name" IS NOT NULL
ORDER BY own_posts.account_id, place
