-- What some leads are about.
SELECT leads.lead_id, leads.title, leads.hours_low, leads.hours_high, leads.skill
FROM leads
JOIN wanted ON wanted.lead_id = leads.lead_id
ORDER BY leads.lead_id
