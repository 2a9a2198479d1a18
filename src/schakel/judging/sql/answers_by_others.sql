-- Who answers, more than once, questions that were put to one seller, and is neither that seller nor the one who asked;
-- for whom that is a good part of all it writes.
WITH answered AS (
    SELECT DISTINCT b.message_id, b.account_id, r.seller_no
    FROM replies r
    JOIN messages b ON b.chat_id = r.chat_id AND b.reply_to = r.tg_id
    LEFT JOIN members m ON m.member_kind = 'account' AND m.member_id = b.account_id
    WHERE r.asks AND b.account_id IS NOT NULL AND b.account_id != r.account_id AND m.seller_no IS NULL
      AND b.reply_to_chat IS NULL AND b.reply_to IS NOT NULL
), counted AS (
    SELECT account_id, seller_no, count(*) AS answers FROM answered GROUP BY account_id, seller_no
), written AS (
    SELECT account_id, sum(messages) AS messages FROM accounts GROUP BY account_id
)
SELECT a.message_id, a.account_id, a.seller_no
FROM answered a
JOIN counted c USING (account_id, seller_no)
JOIN written w USING (account_id)
WHERE c.answers >= 2 AND c.answers >= $answers_share * w.messages
ORDER BY a.message_id, a.seller_no
