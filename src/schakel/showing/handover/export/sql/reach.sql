-- Ids of everything that an export reaches: all of the workspace, or what the named sellers and campaigns have to do with.
WITH posted AS (
    SELECT message_id, chat_id, account_id, source_id
    FROM messages
    WHERE NOT $whole AND (account_id IN (SELECT account_id FROM scope_accounts) OR message_id IN (SELECT message_id FROM scope_posts))
)
SELECT 'seller' AS kind, seller_id AS id FROM sellers WHERE $whole OR seller_id IN (SELECT seller_id FROM scope_sellers)
UNION
SELECT 'account' AS kind, account_id AS id FROM scope_accounts
UNION
SELECT 'account' AS kind, account_id AS id FROM accounts WHERE $whole
UNION
SELECT 'account' AS kind, account_id AS id FROM messages WHERE $whole AND account_id IS NOT NULL
UNION
SELECT 'account' AS kind, member_id AS id FROM sellers WHERE $whole AND member_kind = 'account'
UNION
SELECT 'account' AS kind, unnest([left_id, right_id]) AS id FROM links WHERE $whole
UNION
SELECT 'account' AS kind, account_id AS id FROM posted WHERE account_id IS NOT NULL
UNION
SELECT 'chat' AS kind, chat_id AS id FROM chats WHERE $whole
UNION
SELECT 'chat' AS kind, chat_id AS id FROM messages WHERE $whole
UNION
SELECT 'chat' AS kind, chat_id AS id FROM posted
UNION
SELECT 'campaign' AS kind, campaign_id AS id FROM templates WHERE $whole
UNION
SELECT 'campaign' AS kind, campaign_id AS id FROM campaigns SEMI JOIN posted USING (message_id)
UNION
SELECT 'source' AS kind, source_id AS id FROM sources WHERE $whole
UNION
SELECT 'source' AS kind, source_id AS id FROM posted
ORDER BY kind, id
