-- One lead (or, asked about none, each) with its place in the plan.
SELECT
    leads.lead_id AS about, leads.*,
    plan.rank, plan.chosen, plan.unit AS plan_unit, plan.reasons AS plan_reasons
FROM leads
LEFT JOIN plan ON plan.lead_id = leads.lead_id
WHERE $lead IS NULL OR leads.lead_id = $lead
ORDER BY leads.lead_id, plan.rank
