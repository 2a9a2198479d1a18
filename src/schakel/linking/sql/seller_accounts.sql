-- The accounts of each seller with their Telegram number and the last name they went by.
WITH named AS (
    SELECT
        accounts.account_id,
        max(accounts.account_tg_id) AS account_tg_id,
        arg_max(accounts.name, (accounts.last_seen, accounts.name)) AS name
    FROM accounts
    SEMI JOIN members ON members.account_id = accounts.account_id
    GROUP BY accounts.account_id
)
SELECT
    members.seller_id,
    'account' AS member_kind,
    members.account_id AS member_id,
    named.account_tg_id,
    named.name
FROM members
LEFT JOIN named ON named.account_id = members.account_id
ORDER BY members.seller_id, member_id
