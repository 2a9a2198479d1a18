-- What a message has to do with: its chat by every name it has, its goods, and the seller that posted it.
SELECT 'chat' AS kind, unnest([chat_id, chat_tg_id::VARCHAR, chat_title]) AS value
FROM messages
WHERE message_id = $message
UNION
SELECT 'commodity' AS kind, commodity AS value
FROM items
WHERE message_id = $message
UNION
SELECT 'seller' AS kind, sellers.seller_id AS value
FROM messages
JOIN sellers ON sellers.member_id = messages.account_id AND sellers.member_kind = 'account'
WHERE messages.message_id = $message
ORDER BY kind, value
