-- Messages in which a seller's account names another seller's main contact (or account) as its next one.
WITH sellers_of AS (SELECT DISTINCT account_id FROM own_posts),
owned AS (
    SELECT account_id, type, value FROM contacts WHERE main AND NOT third_party AND users <= $most
),
foreign_selectors AS (
    SELECT message_id, account_id, type, value
    FROM selectors
    ANTI JOIN owned USING (account_id, type, value)
    WHERE coalesce(act, 'none') NOT IN ('warning', 'vouch')
),
named AS (
    SELECT foreign_selectors.message_id, foreign_selectors.account_id, owned.account_id AS target
    FROM foreign_selectors
    JOIN owned ON owned.type = foreign_selectors.type AND owned.value = foreign_selectors.value
    SEMI JOIN sellers_of ON sellers_of.account_id = foreign_selectors.account_id
    UNION
    SELECT mentions.message_id, mentions.account_id, mentions.target_account_id AS target
    FROM mentions
    SEMI JOIN sellers_of ON sellers_of.account_id = mentions.account_id
    SEMI JOIN sellers_of AS others ON others.account_id = mentions.target_account_id
    WHERE mentions.kind = 'mention' AND mentions.account_id <> mentions.target_account_id
),
announced AS (
    SELECT named.account_id, named.target, named.message_id
    FROM (
        SELECT message_id, text, forwarded_from_id, forwarded_from
        FROM messages
        SEMI JOIN named USING (message_id)
    ) AS messages
    JOIN named ON named.message_id = messages.message_id
    WHERE regexp_matches(lower(messages.text), $move)
        AND messages.forwarded_from_id IS NULL AND messages.forwarded_from IS NULL
)
SELECT
    least(account_id, target) AS left_id,
    greatest(account_id, target) AS right_id,
    'messages: ' || count(DISTINCT message_id) AS detail,
    2::BIGINT AS users,
    list_sort(list(DISTINCT message_id))[1:4] AS messages
FROM announced
GROUP BY left_id, right_id
ORDER BY left_id, right_id
