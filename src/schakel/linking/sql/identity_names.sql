-- Every name and every username in offers of sellers' accounts: since when, until when, and where it was first seen.
-- `called` tells of the names, part by part; all copies of a text have the same usernames.
WITH posted AS (
    SELECT
        account_id,
        text_id,
        count(DISTINCT message_id) AS times,
        min(sent_at) AS first_seen,
        max(sent_at) AS last_seen,
        arg_min(message_id, (sent_at, message_id)) AS message_id
    FROM offers
    SEMI JOIN members USING (account_id)
    WHERE act = 'offer'
    GROUP BY account_id, text_id
),
written AS (
    SELECT text_id, value, min({'start': "start", 'end': "end"}) AS place
    FROM named
    WHERE type = 'username'
    GROUP BY text_id, value
),
promoted AS (
    SELECT members.seller_id, posted.*, written.value, written.place
    FROM posted
    JOIN written ON written.text_id = posted.text_id
    JOIN members ON members.account_id = posted.account_id
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
    sum(times)::BIGINT AS times,
    min(first_seen) AS first_seen,
    max(last_seen) AS last_seen,
    arg_min(message_id, (first_seen, message_id)) AS message_id,
    arg_min(place.start, (first_seen, message_id)) AS "start",
    arg_min(place.end, (first_seen, message_id)) AS "end"
FROM promoted
GROUP BY seller_id, account_id, value
ORDER BY seller_id, account_id, what, value
