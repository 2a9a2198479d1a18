-- Sellers by the chance that they are ghosts, in tenths.
SELECT least(floor(value * 10), 9)::INTEGER AS tenth, count(*) AS sellers
FROM findings
WHERE kind = 'ghost' AND subject_kind = 'seller' AND value IS NOT NULL
GROUP BY tenth
ORDER BY tenth
