-- The selectors of all messages, in no order; the page of a name (t.me/x) is that name (@x).
SELECT
    message_id,
    account_id,
    CASE WHEN starts_with(value, 't.me/') AND regexp_full_match(value, 't\.me/[a-z]\w{3,31}') THEN 'username' ELSE type END AS type,
    CASE WHEN starts_with(value, 't.me/') AND regexp_full_match(value, 't\.me/[a-z]\w{3,31}') THEN value[6:] ELSE value END AS value,
    "start",
    "end",
    act
FROM selectors
