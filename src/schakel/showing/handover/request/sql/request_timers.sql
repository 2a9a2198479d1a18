-- The last time that a timer on messages was set in a chat in which one seller offers.
SELECT messages.chat_id, max(messages.sent_at) AS set_at
FROM messages
WHERE
    messages.action = 'set_messages_ttl'
    AND messages.chat_id IN (
        SELECT offers.chat_id
        FROM offers
        JOIN sellers ON sellers.member_id = offers.account_id AND sellers.member_kind = 'account'
        WHERE sellers.seller_id = $seller AND offers.act = 'offer'
    )
GROUP BY messages.chat_id
ORDER BY messages.chat_id
