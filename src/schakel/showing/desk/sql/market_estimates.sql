-- The estimates that the measuring step made or refused (no value), for the market as a whole and by kind of goods.
SELECT what, stratum, method, value, low, high, assumptions
FROM estimates
WHERE stratum = 'all' OR starts_with(stratum, 'commodity:')
ORDER BY what, stratum, method
