-- How many rows of each kind the workspace holds.
SELECT 'sources' AS name, count(*) AS held FROM sources
UNION ALL SELECT 'chats', count(DISTINCT chat_id) FROM chats
UNION ALL SELECT 'accounts', count(DISTINCT account_id) FROM accounts
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
