-- By which accounts of one seller (or, asked about none, of each) each of its selectors is named, and in how many messages.
SELECT *
FROM (
    SELECT own.seller_id, selectors.type || ':' || selectors.value AS member_id, count(DISTINCT selectors.message_id) AS messages,
        list_sort(list(DISTINCT selectors.account_id)) AS accounts, min(selectors.message_id) AS example
    FROM selectors
    JOIN sellers AS own ON own.member_kind = 'account' AND own.member_id = selectors.account_id
    SEMI JOIN sellers AS held ON held.seller_id = own.seller_id AND held.member_kind = 'selector'
        AND held.member_id = selectors.type || ':' || selectors.value
    WHERE $seller IS NULL OR own.seller_id = $seller
    GROUP BY own.seller_id, selectors.type, selectors.value
)
QUALIFY row_number() OVER (PARTITION BY seller_id ORDER BY messages DESC, member_id) <= 200
ORDER BY seller_id, messages DESC, member_id
