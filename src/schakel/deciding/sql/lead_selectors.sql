-- What each seller can be found by: types of selector that belong to it or stand in its own offers.
WITH member AS (
    SELECT member_id AS account_id, min(seller_id) AS seller_id
    FROM sellers
    WHERE member_kind = 'account'
    GROUP BY member_id
), held AS (
    SELECT seller_id, split_part(member_id, ':', 1) AS type, member_id AS selector, NULL AS message_id
    FROM sellers
    WHERE member_kind = 'selector'
    UNION ALL
    SELECT m.seller_id, s.type, s.type || ':' || s.value AS selector, min(s.message_id) AS message_id
    FROM selectors s
    JOIN member m USING (account_id)
    WHERE s.act = 'offer'
    GROUP BY m.seller_id, s.type, s.value
)
SELECT
    seller_id,
    type,
    count(DISTINCT selector) AS selectors,
    min(selector) AS example,
    min(message_id, 10) AS messages
FROM held
GROUP BY seller_id, type
ORDER BY seller_id, type
