-- Per chat and week: message numbers seen and missing, and days with messages.
SELECT chat_id, date_trunc('week', day)::DATE AS week, sum(ids_seen)::BIGINT AS seen, sum(ids_missing)::BIGINT AS missing, count(*) AS days
FROM coverage
GROUP BY chat_id, week
ORDER BY chat_id, week
