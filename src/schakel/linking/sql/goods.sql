-- What each account sells: the commodities in its own offers.
WITH sold AS (SELECT DISTINCT text_id, commodity FROM own_items)
SELECT own_posts.account_id, list_sort(list(DISTINCT sold.commodity)) AS goods
FROM own_posts
JOIN sold ON sold.text_id = own_posts.text_id
GROUP BY own_posts.account_id
ORDER BY own_posts.account_id
