-- The leads just before and after one place in the plan.
SELECT rank, lead_id
FROM plan
WHERE rank IN ($before, $after)
ORDER BY rank, lead_id
