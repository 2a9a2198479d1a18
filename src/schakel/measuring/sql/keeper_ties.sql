-- Which keeper of a group stands between which sellers: those that advertise in a chat that it keeps.
WITH kept AS (
    SELECT DISTINCT m.chat_id, m.account_id
    FROM messages m
    SEMI JOIN (SELECT account_id FROM accounts WHERE list_contains(coalesce(flags, []), 'keeper')) k
        ON k.account_id = m.account_id
), owned AS (
    SELECT member_id AS account_id, min(seller_id) AS seller_id FROM sellers WHERE member_kind = 'account' GROUP BY member_id
)
SELECT DISTINCT coalesce(w.seller_id, k.account_id) AS one, s.seller_id AS two
FROM kept k
JOIN (SELECT DISTINCT chat_id, account_id FROM offers WHERE act = 'offer') o USING (chat_id)
JOIN owned s ON s.account_id = o.account_id
LEFT JOIN owned w ON w.account_id = k.account_id
WHERE coalesce(w.seller_id, k.account_id) <> s.seller_id
ORDER BY one, two
