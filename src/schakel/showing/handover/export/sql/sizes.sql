-- How many rows of each kind the workspace holds. Accounts and chats that only messages or ties name count too.
WITH known_accounts AS (
    SELECT account_id FROM accounts
    UNION SELECT account_id FROM messages WHERE account_id IS NOT NULL
    UNION SELECT member_id FROM sellers WHERE member_kind = 'account'
    UNION SELECT unnest([left_id, right_id]) FROM links
),
known_chats AS (SELECT chat_id FROM chats UNION SELECT chat_id FROM messages)
SELECT 'sources' AS name, count(*) AS held FROM sources
UNION ALL SELECT 'chats', count(*) FROM known_chats
UNION ALL SELECT 'accounts', count(*) FROM known_accounts
UNION ALL SELECT 'sellers', count(DISTINCT seller_id) FROM sellers
UNION ALL SELECT 'members', count(*) FROM sellers
UNION ALL SELECT 'campaigns', count(*) FROM templates
UNION ALL SELECT 'messages', count(*) FROM messages
UNION ALL SELECT 'items', count(*) FROM items
UNION ALL SELECT 'links', count(*) FROM links
UNION ALL SELECT 'findings', count(*) FROM findings
UNION ALL SELECT 'leads', count(*) FROM leads
UNION ALL SELECT 'identity_leads', count(*) FROM identity_leads
ORDER BY name
