-- What one seller (or, asked about none, each) has to do with: the chats it offers in, by every name they have, and its goods.
WITH own AS (
    SELECT sellers.seller_id, offers.chat_id, offers.message_id
    FROM offers
    JOIN sellers ON sellers.member_id = offers.account_id AND sellers.member_kind = 'account'
    WHERE ($seller IS NULL OR sellers.seller_id = $seller) AND offers.act = 'offer'
)
SELECT places.seller_id, 'chat' AS kind, unnest([chats.chat_id, chats.chat_tg_id::VARCHAR, chats.title]) AS value
FROM (SELECT DISTINCT seller_id, chat_id FROM own) AS places
JOIN chats ON chats.chat_id = places.chat_id
UNION
SELECT own.seller_id, 'commodity' AS kind, items.commodity AS value
FROM own
JOIN items ON items.message_id = own.message_id
ORDER BY seller_id, kind, value
