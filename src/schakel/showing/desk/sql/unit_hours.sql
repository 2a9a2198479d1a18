-- The plan per unit: leads chosen, their hours and worth, and how many wait.
SELECT
    unit,
    count(*) FILTER (WHERE chosen) AS chosen,
    coalesce(sum(hours) FILTER (WHERE chosen), 0.0) AS hours,
    count(*) FILTER (WHERE NOT chosen) AS waiting
FROM plan
GROUP BY unit
ORDER BY unit
