-- Each lead that the export reaches, with its place in the plan.
WITH placed AS (
    SELECT lead_id, min(rank) AS rank, bool_or(chosen) AS chosen FROM plan GROUP BY lead_id
)
SELECT
    leads.lead_id, leads.seller_id, leads.title, leads.worth, leads.worth_low, leads.worth_high, leads.hours, leads.hours_low,
    leads.hours_high, leads.skill, leads.unit, leads.network, leads.tags, placed.rank, placed.chosen, leads.reasons
FROM leads
LEFT JOIN placed USING (lead_id)
WHERE leads.seller_id IN (SELECT id FROM reach WHERE kind = 'seller')
ORDER BY leads.lead_id
