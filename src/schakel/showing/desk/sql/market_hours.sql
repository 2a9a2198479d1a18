-- Offers by the hour in which they were sent, counted in hours since 1970 (UTC).
SELECT (epoch(sent_at) // 3600)::BIGINT AS hour, count(*) AS ads
FROM offers
WHERE act = 'offer' AND sent_at IS NOT NULL
GROUP BY hour
ORDER BY hour
