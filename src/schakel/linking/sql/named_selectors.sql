-- The selectors in all messages; the page of a name (t.me/x) is that name (@x), and an invitation is the same in its old form
-- (t.me/joinchat/X) and its new one (t.me/+X); a number is the same in a link to WhatsApp. An offer that an account posts again and
-- again stands here once, with the first of its messages: all copies have the same selectors.
WITH read_once AS (
    SELECT message_id, text_id, account_id, type, value, "start", "end", act
    FROM selectors
    WHERE act IS DISTINCT FROM 'offer'
    UNION ALL
    SELECT min(message_id), text_id, account_id, type, value, "start", "end", act
    FROM selectors
    WHERE act = 'offer'
    GROUP BY text_id, account_id, type, value, "start", "end", act
),
told AS (
    SELECT *, starts_with(value, 't.me/') AND regexp_full_match(value, 't\.me/[a-z]\w{3,31}') AS is_page
    FROM read_once
)
SELECT
    message_id,
    text_id,
    account_id,
    CASE
        WHEN is_page THEN 'username'
        WHEN type = 'whatsapp' AND starts_with(value, '+') THEN 'phone'
        ELSE type
    END AS type,
    CASE
        WHEN is_page THEN value[6:]
        WHEN starts_with(value, 't.me/joinchat/') THEN 't.me/+' || value[15:]
        ELSE value
    END AS value,
    "start",
    "end",
    act
FROM told
ORDER BY message_id, "start", "end", value
