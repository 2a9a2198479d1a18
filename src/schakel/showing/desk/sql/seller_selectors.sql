-- By which accounts of a seller each of its selectors is named, and in how many messages.
SELECT selectors.type || ':' || selectors.value AS member_id, count(DISTINCT selectors.message_id) AS messages,
    list_sort(list(DISTINCT selectors.account_id)) AS accounts, min(selectors.message_id) AS example
FROM selectors
JOIN sellers AS own ON own.member_kind = 'account' AND own.member_id = selectors.account_id
WHERE own.seller_id = $seller
    AND selectors.type || ':' || selectors.value IN (
        SELECT member_id FROM sellers WHERE seller_id = $seller AND member_kind = 'selector'
    )
GROUP BY ALL
ORDER BY messages DESC, member_id
LIMIT 200
