-- The estimates that the measuring step made.
SELECT what, stratum, method, value, low, high, assumptions
FROM estimates
WHERE value IS NOT NULL
ORDER BY what, stratum, method
