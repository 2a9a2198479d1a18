-- Per chat: message numbers seen and missing, and how many offers of selling accounts were seen.
SELECT
    c.chat_id,
    sum(c.ids_seen)::BIGINT AS seen,
    sum(c.ids_missing)::BIGINT AS missing,
    coalesce(any_value(a.ads), 0)::BIGINT AS ads
FROM coverage c
LEFT JOIN (SELECT chat_id, count(*) AS ads FROM ads GROUP BY chat_id) a ON a.chat_id = c.chat_id
GROUP BY c.chat_id
ORDER BY c.chat_id
