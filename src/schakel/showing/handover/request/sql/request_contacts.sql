-- The contacts that are part of one seller, and when its own accounts wrote them.
WITH own AS (
    SELECT member_kind, member_id
    FROM sellers
    WHERE seller_id = $seller
)
SELECT
    own.member_id AS contact, min(messages.sent_at) AS first_seen, max(messages.sent_at) AS last_seen,
    count(DISTINCT messages.message_id) AS messages
FROM own
JOIN selectors ON selectors.type || ':' || selectors.value = own.member_id
JOIN messages ON messages.message_id = selectors.message_id
WHERE
    own.member_kind = 'selector'
    AND messages.account_id IN (SELECT member_id FROM own WHERE member_kind = 'account')
GROUP BY own.member_id
ORDER BY own.member_id
