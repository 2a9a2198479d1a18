-- What a campaign has to do with: its chats by every name they have, its goods, and the sellers that post it.
WITH posted AS (SELECT message_id, account_id FROM campaigns WHERE campaign_id = $campaign)
SELECT 'chat' AS kind, unnest([chat_id, chat_tg_id::VARCHAR, chat_title]) AS value
FROM (SELECT DISTINCT chat_id, chat_tg_id, chat_title FROM messages SEMI JOIN posted USING (message_id))
UNION
SELECT 'commodity' AS kind, commodity AS value
FROM items
SEMI JOIN posted USING (message_id)
UNION
SELECT 'seller' AS kind, sellers.seller_id AS value
FROM posted
JOIN sellers ON sellers.member_id = posted.account_id AND sellers.member_kind = 'account'
ORDER BY kind, value
