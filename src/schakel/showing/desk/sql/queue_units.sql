-- The units that leads fall to.
SELECT DISTINCT coalesce(plan.unit, leads.unit) AS name
FROM leads
LEFT JOIN plan ON plan.lead_id = leads.lead_id
WHERE coalesce(plan.unit, leads.unit) IS NOT NULL
ORDER BY name
