-- Pairs of sellers' accounts of which somebody else says that one seller has both. A message counts that names two such accounts,
-- or that names one and answers another; each account that says so counts once, who keeps a group twice. What sellers say is told
-- as a move, or is said of rivals.
WITH sellers_of AS (SELECT DISTINCT account_id FROM own_posts),
said AS (
    SELECT message_id, account_id, names
    FROM moving
    ANTI JOIN sellers_of USING (account_id)
    WHERE one AND account_id IS NOT NULL
),
owned AS (
    SELECT account_id, lower(value) AS value
    FROM contacts
    WHERE type = 'username' AND (main OR users = 1) AND NOT third_party
    QUALIFY count(*) OVER (PARTITION BY lower(value)) = 1
),
called AS (
    SELECT named.message_id, owned.account_id AS target
    FROM (SELECT message_id, unnest(names) AS value FROM said) AS named
    JOIN owned USING (value)
    UNION
    SELECT mentions.message_id, any_value(mentions.target_account_id)
    FROM mentions
    SEMI JOIN said ON said.message_id = mentions.message_id
    SEMI JOIN sellers_of ON sellers_of.account_id = mentions.target_account_id
    WHERE mentions.kind IN ('name', 'mention')
    GROUP BY mentions.message_id, mentions.kind, mentions.target
    HAVING count(*) = 1
),
answered AS (
    SELECT mentions.message_id, mentions.target_account_id AS target
    FROM mentions
    SEMI JOIN said ON said.message_id = mentions.message_id
    SEMI JOIN sellers_of ON sellers_of.account_id = mentions.target_account_id
    SEMI JOIN (SELECT message_id FROM called GROUP BY message_id HAVING count(*) = 1) AS single
        ON single.message_id = mentions.message_id
    WHERE mentions.kind = 'reply'
),
meant AS (SELECT * FROM called UNION SELECT * FROM answered),
two AS (
    SELECT message_id, min(target) AS left_id, max(target) AS right_id
    FROM meant
    GROUP BY message_id
    HAVING count(*) = 2
),
keepers AS (SELECT DISTINCT account_id FROM keeping),
sayers AS (
    SELECT two.left_id, two.right_id, said.account_id, min(two.message_id) AS message_id, any_value(keepers.account_id) IS NOT NULL AS keeps
    FROM two
    JOIN said USING (message_id)
    LEFT JOIN keepers ON keepers.account_id = said.account_id
    GROUP BY two.left_id, two.right_id, said.account_id
)
SELECT
    left_id,
    right_id,
    'accounts: ' || count(*) AS detail,
    (count(*) + count(*) FILTER (keeps))::BIGINT AS users,
    list_sort(list(message_id))[1:4] AS messages
FROM sayers
GROUP BY left_id, right_id
ORDER BY left_id, right_id
