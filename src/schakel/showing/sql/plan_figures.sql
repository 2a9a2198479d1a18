-- The figures of the plan as a whole: worth, proof, hours, minima, what the next hours would buy.
SELECT what, unit, value, low, high, leads, detail
FROM plan_figures
ORDER BY what, unit NULLS FIRST, detail
