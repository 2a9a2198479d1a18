-- Every name and every username in offers of sellers' accounts: since when, until when, and where it was first seen.
-- `called` tells of the names, part by part.
WITH promoted AS (
    SELECT
        members.seller_id,
        members.account_id,
        named.value,
        named.message_id,
        offers.sent_at,
        named."start",
        named."end"
    FROM named
    JOIN members ON members.account_id = named.account_id
    JOIN offers ON offers.message_id = named.message_id
    WHERE named.type = 'username' AND named.act = 'offer'
)
SELECT
    members.seller_id,
    called.account_id,
    'name' AS what,
    called.value,
    sum(called.times)::BIGINT AS times,
    min(called.first_seen) AS first_seen,
    max(called.last_seen) AS last_seen,
    arg_min(called.message_id, (called.first_seen, called.message_id)) AS message_id,
    NULL::INTEGER AS "start",
    NULL::INTEGER AS "end"
FROM called
JOIN members ON members.account_id = called.account_id
GROUP BY members.seller_id, called.account_id, called.value
UNION ALL
SELECT
    seller_id,
    account_id,
    'username' AS what,
    value,
    count(DISTINCT message_id) AS times,
    min(sent_at) AS first_seen,
    max(sent_at) AS last_seen,
    arg_min(message_id, (sent_at, message_id)) AS message_id,
    arg_min("start", (sent_at, message_id)) AS "start",
    arg_min("end", (sent_at, message_id)) AS "end"
FROM promoted
GROUP BY seller_id, account_id, value
ORDER BY seller_id, account_id, what, value
