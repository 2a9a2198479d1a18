-- The text of every different offer of each account.
SELECT own_posts.account_id, own_posts.text_id, read_texts.text
FROM own_posts
JOIN read_texts ON read_texts.text_id = own_posts.text_id
ORDER BY own_posts.account_id, own_posts.text_id
