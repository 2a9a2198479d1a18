-- What a seller has to do with: the chats it offers in, by every name they have, and its goods.
WITH own AS (
    SELECT offers.chat_id, offers.message_id
    FROM offers
    JOIN sellers ON sellers.member_id = offers.account_id AND sellers.member_kind = 'account'
    WHERE sellers.seller_id = $seller AND offers.act = 'offer'
)
SELECT 'chat' AS kind, unnest([chats.chat_id, chats.chat_tg_id::VARCHAR, chats.title]) AS value
FROM chats
WHERE chats.chat_id IN (SELECT chat_id FROM own)
UNION
SELECT 'commodity' AS kind, items.commodity AS value
FROM items
WHERE items.message_id IN (SELECT message_id FROM own)
ORDER BY kind, value
