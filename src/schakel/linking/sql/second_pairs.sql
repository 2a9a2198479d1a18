-- Of the candidate pairs, those that posted offers in two different chats in the same second.
-- Seconds with many offers are scheduled posts and say nothing about anyone. `wanted` are the accounts of the pairs.
WITH posts AS (
    SELECT offers.account_id, offers.chat_id, offers.sent_at, offers.message_id
    FROM offers
    SEMI JOIN wanted ON wanted.account_id = offers.account_id
    WHERE offers.sent_at IS NOT NULL
),
seconds AS (
    SELECT sent_at FROM posts GROUP BY sent_at HAVING count(*) BETWEEN 2 AND $crowded_second
),
quiet AS (SELECT posts.* FROM posts SEMI JOIN seconds USING (sent_at))
SELECT
    pairs.left_id,
    pairs.right_id,
    'seconds: ' || count(DISTINCT l.sent_at) AS detail,
    count(DISTINCT l.sent_at) AS users,
    list_sort(list_concat(list(DISTINCT l.message_id), list(DISTINCT r.message_id)))[1:4] AS messages
FROM quiet AS l
JOIN quiet AS r ON r.sent_at = l.sent_at AND r.chat_id <> l.chat_id
JOIN pairs ON pairs.left_id = l.account_id AND pairs.right_id = r.account_id
GROUP BY pairs.left_id, pairs.right_id
ORDER BY pairs.left_id, pairs.right_id
