-- What one page of the queue says of each lead, in the order of `wanted`.
WITH known AS (
    SELECT
        subject_id,
        max(value) FILTER (WHERE kind = 'ghost') AS ghost,
        max(low) FILTER (WHERE kind = 'ghost') AS ghost_low,
        max(high) FILTER (WHERE kind = 'ghost') AS ghost_high,
        min(label) FILTER (WHERE kind = 'scale') AS scale,
        min(label) FILTER (WHERE kind = 'home-area') AS area
    FROM findings
    WHERE subject_kind = 'seller'
    GROUP BY subject_id
)
SELECT
    leads.lead_id, leads.seller_id, leads.title, leads.worth, leads.worth_low, leads.worth_high,
    leads.hours, leads.hours_low, leads.hours_high, leads.skill, leads.reasons,
    coalesce(plan.unit, leads.unit) AS unit, plan.rank, plan.chosen, plan.reasons AS plan_reasons,
    known.ghost, known.ghost_low, known.ghost_high, known.scale, known.area
FROM wanted
JOIN leads ON leads.lead_id = wanted.lead_id
LEFT JOIN plan ON plan.lead_id = leads.lead_id
LEFT JOIN known ON known.subject_id = leads.seller_id
ORDER BY wanted.place
