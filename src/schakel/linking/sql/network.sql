-- The ties between accounts by month, and which account kept which chat in which month (`keeping`).
SELECT date_trunc('month', sent_at)::DATE AS "month", kind, left_id, right_id, count(*) AS messages, min(message_id, 3) AS examples
FROM each_tie
WHERE sent_at IS NOT NULL
GROUP BY "month", kind, left_id, right_id
UNION ALL
SELECT "month", 'keeps', account_id, chat_id, count(*), min(message_id, 3)
FROM keeping
GROUP BY "month", account_id, chat_id
ORDER BY "month", kind, left_id, right_id
