-- Who is named by praise and warnings that are sure, and by messages in doubt, and given as a contact in an ad.
-- A name is the same with an @ and in a link (t.me/x), a number also in a link to WhatsApp.
WITH said AS (
    SELECT NULL::BIGINT AS row, message_id, act, type, value FROM found
    UNION ALL
    SELECT row::BIGINT, NULL, NULL, type, value FROM waiting WHERE type <> 'url'
),
alike AS (
    SELECT
        row, message_id, act,
        CASE
            WHEN regexp_full_match(value, 't\.me/[a-z]\w{3,31}') THEN value[6:]
            WHEN type IN ('username', 'phone') OR (type = 'whatsapp' AND starts_with(value, '+')) THEN value
            ELSE type || ':' || value
        END AS contact
    FROM said
),
contacts AS (
    SELECT DISTINCT contact FROM alike WHERE act = 'offer'
)
SELECT DISTINCT row, message_id
FROM alike
JOIN contacts USING (contact)
WHERE row IS NOT NULL OR act IN ('vouch', 'warning')
ORDER BY ALL
