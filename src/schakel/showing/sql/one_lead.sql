-- One lead with its place in the plan.
SELECT
    leads.*, plan.rank, plan.chosen, plan.unit AS plan_unit, plan.reasons AS plan_reasons
FROM leads
LEFT JOIN plan ON plan.lead_id = leads.lead_id
WHERE leads.lead_id = $lead
ORDER BY plan.rank
