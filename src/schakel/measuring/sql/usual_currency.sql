-- The currency that most priced lines are in.
SELECT currency, count(*) AS lines FROM text_items WHERE price > 0 AND currency IS NOT NULL GROUP BY currency
ORDER BY lines DESC, currency LIMIT 1
