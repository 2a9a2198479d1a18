-- Selectors that sellers' accounts wrote outside their trade: not in an offer, a vouch or a warning, not forwarded,
-- and never given in an offer of the same seller. Whose else writes them too is somebody else's.
WITH spoken AS (
    SELECT named.*, members.seller_id
    FROM named
    JOIN members ON members.account_id = named.account_id
    WHERE coalesce(named.act, 'none') IN ('none', 'request')
        AND contains($kinds, ' ' || named.type || ' ') AND named.value IS NOT NULL
),
traded AS (
    SELECT DISTINCT members.seller_id, named.type, named.value
    FROM named
    JOIN members ON members.account_id = named.account_id
    WHERE named.act = 'offer'
),
own AS (SELECT spoken.* FROM spoken ANTI JOIN traded USING (seller_id, type, value)),
users AS (
    SELECT named.type, named.value, count(DISTINCT coalesce(members.seller_id, named.account_id)) AS users
    FROM named
    SEMI JOIN own ON own.type = named.type AND own.value = named.value
    LEFT JOIN members ON members.account_id = named.account_id
    GROUP BY named.type, named.value
),
texts AS (
    SELECT message_id, text, sent_at
    FROM messages
    SEMI JOIN own USING (message_id)
    WHERE forwarded_from_id IS NULL AND forwarded_from IS NULL
)
SELECT
    own.seller_id,
    own.account_id,
    own.type,
    own.value,
    count(DISTINCT own.message_id) AS times,
    min(own.message_id, 5) AS messages,
    arg_min(own.message_id, (texts.sent_at, own.message_id, own."start")) AS message_id,
    arg_min(own."start", (texts.sent_at, own.message_id, own."start")) AS "start",
    arg_min(own."end", (texts.sent_at, own.message_id, own."start")) AS "end",
    any_value(users.users) > 1 OR bool_and(coalesce(regexp_matches(
        lower(substring(texts.text, greatest(own."start" - 29, 1), least(own."start", 30))), $third_party
    ), false)) AS third_party
FROM own
JOIN texts ON texts.message_id = own.message_id
JOIN users ON users.type = own.type AND users.value = own.value
GROUP BY own.seller_id, own.account_id, own.type, own.value
ORDER BY own.seller_id, own.account_id, own.type, own.value
