-- Short answers of others to who asks for goods, which may name a seller to go to; no answers of sellers, who name themselves.
WITH sells AS (
    SELECT member_id FROM members WHERE member_kind = 'account'
), requests AS (
    SELECT DISTINCT q.message_id, q.chat_id, q.tg_id, q.account_id
    FROM offers o
    JOIN messages q USING (message_id)
    WHERE o.act = 'request' AND o.account_id NOT IN (FROM sells)
)
SELECT b.message_id, b.account_id, b.sent_at, lower(b.text) AS said
FROM requests q
JOIN messages b ON b.chat_id = q.chat_id AND b.reply_to = q.tg_id AND b.reply_to_chat IS NULL
WHERE b.account_id IS DISTINCT FROM q.account_id AND b.account_id NOT IN (FROM sells)
    AND b.kind IS DISTINCT FROM 'service' AND length(b.text) BETWEEN 4 AND $asking_letters::INTEGER
    AND b.forwarded_from IS NULL AND b.forwarded_from_id IS NULL
    AND b.message_id NOT IN (SELECT message_id FROM offers WHERE act IN ('offer', 'request', 'recruit'))
ORDER BY b.message_id
