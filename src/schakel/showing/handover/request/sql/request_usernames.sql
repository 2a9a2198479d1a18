-- The usernames that sources give for the accounts of one seller and for the chats in which it offers.
SELECT DISTINCT
    coalesce(profiles.account_id, profiles.chat_id) AS of_whom, profiles.username, profiles.source_id,
    sources.name AS source_name
FROM profiles
LEFT JOIN sources ON sources.source_id = profiles.source_id
WHERE
    profiles.username IS NOT NULL
    AND (
        profiles.account_id IN (
            SELECT sellers.member_id FROM sellers WHERE sellers.seller_id = $seller AND sellers.member_kind = 'account'
        )
        OR profiles.chat_id IN (
            SELECT offers.chat_id
            FROM offers
            JOIN sellers ON sellers.member_id = offers.account_id AND sellers.member_kind = 'account'
            WHERE sellers.seller_id = $seller AND offers.act = 'offer'
        )
    )
ORDER BY of_whom, profiles.username, profiles.source_id
