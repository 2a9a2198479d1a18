-- The months in which anything was offered.
SELECT DISTINCT strftime(sent_at, '%Y-%m') AS month FROM offers WHERE act = 'offer' AND sent_at IS NOT NULL ORDER BY month
