-- Who is named by praise and warnings that are sure, and by messages in doubt, and given as a contact in an ad.
-- A username is the same with an @ and in a link.
WITH contacts AS (
    SELECT DISTINCT replace(type, 'telegram-link', 'username') AS kind, value FROM found WHERE act = 'offer'
)
SELECT DISTINCT NULL::BIGINT AS row, message_id
FROM found
JOIN contacts ON contacts.kind = replace(found.type, 'telegram-link', 'username') AND contacts.value = found.value
WHERE act IN ('vouch', 'warning')
UNION ALL
SELECT DISTINCT row::BIGINT, NULL
FROM waiting
JOIN contacts ON contacts.kind = replace(waiting.type, 'telegram-link', 'username') AND contacts.value = waiting.value
WHERE waiting.type != 'url'
ORDER BY ALL
