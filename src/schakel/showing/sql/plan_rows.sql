-- The plan with what each lead is about, chosen ones first.
SELECT
    plan.rank, plan.lead_id, plan.seller_id, plan.unit, plan.chosen, plan.worth, plan.hours, plan.reasons,
    plan.greedy, plan.stability, leads.unit AS home_unit,
    leads.title, leads.worth_low, leads.worth_high, leads.hours_low, leads.hours_high, leads.skill,
    leads.parts, leads.work, leads.network, leads.tags, leads.reasons AS worth_reasons
FROM plan
JOIN leads USING (lead_id)
ORDER BY plan.chosen DESC, plan.rank, plan.lead_id
