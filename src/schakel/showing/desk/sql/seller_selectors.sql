-- By which accounts of one seller (or, asked about none, of each) each of its selectors is named, and in how many messages. A
-- number is the same in a link to WhatsApp.
WITH named AS (
    SELECT
        message_id,
        account_id,
        CASE WHEN type = 'whatsapp' AND starts_with(value, '+') THEN 'phone' ELSE type END || ':' || value AS member_id
    FROM selectors
)
SELECT *
FROM (
    SELECT own.seller_id, named.member_id, count(DISTINCT named.message_id) AS messages,
        list_sort(list(DISTINCT named.account_id)) AS accounts, min(named.message_id) AS example
    FROM named
    JOIN sellers AS own ON own.member_kind = 'account' AND own.member_id = named.account_id
    SEMI JOIN sellers AS held ON held.seller_id = own.seller_id AND held.member_kind = 'selector'
        AND held.member_id = named.member_id
    WHERE $seller IS NULL OR own.seller_id = $seller
    GROUP BY own.seller_id, named.member_id
)
QUALIFY row_number() OVER (PARTITION BY seller_id ORDER BY messages DESC, member_id) <= 200
ORDER BY seller_id, messages DESC, member_id
