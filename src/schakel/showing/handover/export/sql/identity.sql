-- What the sellers that the export reaches let slip. Two slips that show the same (in a name and in a username) share an id: the
-- second is told apart by a number.
WITH numbered AS (
    SELECT *, row_number() OVER (PARTITION BY identity_lead_id ORDER BY detail, message_id) AS nth
    FROM identity_leads
    WHERE seller_id IN (SELECT id FROM reach WHERE kind = 'seller')
)
SELECT
    identity_lead_id || CASE WHEN nth > 1 THEN '-' || nth ELSE '' END AS identity_lead_id,
    seller_id, account_id, kind, value, detail, message_id, times, third_party
FROM numbered
ORDER BY identity_lead_id
