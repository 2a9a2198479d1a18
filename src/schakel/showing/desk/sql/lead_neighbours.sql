-- The leads just before and after one (or, asked about none, each) in the plan.
SELECT *
FROM (
    SELECT lead_id, lag(lead_id) OVER places AS before, lead(lead_id) OVER places AS after
    FROM plan
    WHERE rank IS NOT NULL
    WINDOW places AS (ORDER BY rank, lead_id)
)
WHERE $lead IS NULL OR lead_id = $lead
ORDER BY lead_id
