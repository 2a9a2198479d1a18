-- Usernames in messages that speak of another account, praise, warn, are answered so, or ask and list sellers, of those that no ad gives;
-- that an ad says its writer was one gives it not.
WITH said AS (
    SELECT message_id FROM offers WHERE act IN ('vouch', 'warning')
    UNION
    SELECT message_id FROM about WHERE message_id NOT IN (SELECT message_id FROM moving)
    UNION
    SELECT message_id FROM about_sellers
),
used AS (
    SELECT message_id, account_id, unnest(names) AS username FROM moving WHERE told OR one
    UNION
    SELECT message_id, account_id, unnest(regexp_extract_all(lower(text), '(?:^|\W)(?:@|t\.me/)([a-z]\w{3,31})', 1))
    FROM messages
    SEMI JOIN said USING (message_id)
    WHERE contains(text, '@') OR contains(text, 't.me/')
),
left_behind AS (
    SELECT DISTINCT offers.text_id, unnest(moving.was) AS value FROM moving JOIN offers USING (message_id) WHERE moving.told
),
given AS (
    SELECT DISTINCT lower(CASE WHEN type = 'username' THEN value ELSE value[6:] END) AS username
    FROM selectors
    WHERE act = 'offer' AND (type = 'username' OR starts_with(value, 't.me/'))
        AND (type <> 'username' OR (text_id, lower(value)) NOT IN (SELECT (text_id, value) FROM left_behind))
)
SELECT DISTINCT used.message_id, used.account_id, messages.chat_id, messages.sent_at, used.username
FROM used
JOIN messages USING (message_id)
ANTI JOIN given USING (username)
ORDER BY used.message_id, used.username
