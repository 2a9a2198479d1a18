-- What each account sells: the commodities in its own offers, read from one message of each text.
WITH one AS (SELECT text_id, min(messages[1]) AS message_id FROM own_posts GROUP BY text_id),
sold AS (
    SELECT DISTINCT one.text_id, items.commodity
    FROM items
    JOIN one ON one.message_id = items.message_id
    WHERE items.commodity IS NOT NULL
)
SELECT own_posts.account_id, list_sort(list(DISTINCT sold.commodity)) AS goods
FROM own_posts
JOIN sold ON sold.text_id = own_posts.text_id
GROUP BY own_posts.account_id
ORDER BY own_posts.account_id
