-- Short messages in which somebody speaks of riding, of handling money or of keeping stock: who says it, and where.
-- Ads are left out: what an ad promises says what a seller offers, not what its writer does. So are requests, and calls for
-- people in words of the trade; but who offers to ride rides, however that reads, and so does who takes up a call for people.
-- `at_door` is a word or two on the way, which sellers say too.
-- Of items and offers only those of such messages are looked at: they are few, and there are some two items a message.
WITH wares AS ( -- to cash out, or to take payments, is work and no ware; the part that is kept is no price
    SELECT i.message_id
    FROM items i
    JOIN spoken s USING (message_id)
    WHERE i.commodity IS DISTINCT FROM $money_goods OR (i.price IS NOT NULL AND NOT coalesce(s.cut, FALSE))
), under_calls AS (
    SELECT s.message_id
    FROM spoken s
    JOIN messages c ON c.chat_id = s.chat_id AND c.tg_id = s.reply_to
    JOIN offers o ON o.message_id = c.message_id AND o.act = 'recruit'
    JOIN spoken k ON k.message_id = c.message_id AND k.seeks AND NOT k.self_offer
    WHERE s.applies AND c.account_id != s.account_id
), told AS (
    SELECT
        s.message_id,
        s.account_id,
        s.self_offer OR u.message_id IS NOT NULL OR (s.rides AND NOT s.seeks AND o.act IS DISTINCT FROM 'request') AS courier,
        s.at_door AND NOT s.seeks AND o.act IS DISTINCT FROM 'request' AS at_door,
        s.money AND (s.self_offer OR NOT s.seeks) AND o.act IS DISTINCT FROM 'request' AS money,
        s.storage AND NOT s.seeks AND o.act IS DISTINCT FROM 'request' AS storage
    FROM spoken s
    LEFT JOIN (SELECT message_id, max(act) AS act FROM offers SEMI JOIN spoken USING (message_id) GROUP BY message_id) o USING (message_id)
    LEFT JOIN (SELECT DISTINCT message_id FROM under_calls) u USING (message_id)
    WHERE NOT (
        coalesce(o.act, 'offer') = 'offer'
        AND (s.message_id IN (FROM wares) OR (NOT s.money AND s.message_id IN (SELECT message_id FROM items SEMI JOIN spoken USING (message_id))))
    )
)
SELECT message_id, account_id, courier, at_door, money, storage
FROM told
WHERE courier OR at_door OR money OR storage
ORDER BY message_id
