-- Every name and every username in offers of sellers' accounts: since when, until when, and where it was first seen.
WITH called AS (
    SELECT
        members.seller_id,
        members.account_id,
        'name' AS what,
        messages.account_name AS value,
        messages.message_id,
        messages.sent_at,
        NULL::INTEGER AS "start",
        NULL::INTEGER AS "end"
    FROM messages
    JOIN members ON members.account_id = messages.account_id
    WHERE messages.account_name IS NOT NULL
),
promoted AS (
    SELECT
        members.seller_id,
        members.account_id,
        'username' AS what,
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
    seller_id,
    account_id,
    what,
    value,
    count(DISTINCT message_id) AS times,
    min(sent_at) AS first_seen,
    max(sent_at) AS last_seen,
    arg_min(message_id, (sent_at, message_id)) AS message_id,
    arg_min("start", (sent_at, message_id)) AS "start",
    arg_min("end", (sent_at, message_id)) AS "end"
FROM (FROM called UNION ALL FROM promoted)
GROUP BY seller_id, account_id, what, value
ORDER BY seller_id, account_id, what, value
