-- Replies of others to the sellers' messages, and whether the seller came back on them, and with more than that it wants money first. `asks`: it ends in a question mark;
-- `wonders`: it does, or asks otherwise under an ad (`under_ad`).
WITH answers AS MATERIALIZED (
    SELECT message_id, chat_id, tg_id, account_id, reply_to, sent_at
    FROM messages
    WHERE reply_to IS NOT NULL AND reply_to_chat IS NULL AND account_id IS NOT NULL
), to_sellers AS (
    SELECT DISTINCT a.message_id, a.chat_id, a.tg_id, a.account_id, a.sent_at, m.seller_no, t.message_id AS to_id
    FROM answers a
    JOIN messages t ON t.chat_id = a.chat_id AND t.tg_id = a.reply_to
    JOIN members m ON m.member_kind = 'account' AND m.member_id = t.account_id
    LEFT JOIN members own ON own.member_kind = 'account' AND own.member_id = a.account_id
    WHERE own.seller_no IS DISTINCT FROM m.seller_no
), answered AS (
    SELECT
        r.message_id, r.seller_no,
        min(b.message_id) AS answer_id,
        min(b.message_id) FILTER (b.message_id NOT IN (SELECT message_id FROM money_first)) AS plain_answer_id
    FROM to_sellers r
    JOIN answers b ON b.chat_id = r.chat_id AND b.reply_to = r.tg_id
    JOIN members m ON m.member_kind = 'account' AND m.member_id = b.account_id AND m.seller_no = r.seller_no
    GROUP BY r.message_id, r.seller_no
)
SELECT
    r.seller_no,
    r.message_id,
    r.chat_id,
    r.tg_id,
    r.account_id,
    r.sent_at,
    r.to_id,
    coalesce(q.plain, FALSE) AS asks,
    q.message_id IS NOT NULL AND (q.plain OR o.message_id IS NOT NULL) AS wonders,
    o.message_id IS NOT NULL AS under_ad,
    b.answer_id,
    b.plain_answer_id
FROM to_sellers r
LEFT JOIN asking q ON q.message_id = r.message_id
LEFT JOIN (SELECT DISTINCT message_id FROM offers WHERE act = 'offer') o ON o.message_id = r.to_id
LEFT JOIN answered b ON b.message_id = r.message_id AND b.seller_no = r.seller_no
ORDER BY r.seller_no, r.message_id
