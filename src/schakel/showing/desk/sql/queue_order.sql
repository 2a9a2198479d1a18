-- The leads that pass the filters, in the order of the plan; leads that are in no plan follow by worth.
SELECT leads.lead_id, leads.seller_id
FROM leads
LEFT JOIN plan ON plan.lead_id = leads.lead_id
WHERE ($unit = '' OR coalesce(plan.unit, leads.unit) = $unit)
    AND ($state = '' OR coalesce(plan.chosen, false) = ($state = 'chosen'))
    AND ($scale = '' OR leads.seller_id IN (
        SELECT subject_id FROM findings WHERE kind = 'scale' AND label = $scale
    ))
ORDER BY plan.rank NULLS LAST, leads.worth DESC, leads.lead_id
