-- Questions put to each seller in public (requests and questions under its messages, or that open with its username), and which were
-- answered, by the seller or by one who answers for it, in words or by a reaction; answers of the seller that speak of prepaid cards or their codes.
-- Who only asks money first has not answered, and was not silent either: such a question counts for nothing here, and the answer for itself.
WITH judged AS (
    SELECT message_id FROM offers WHERE act IN ('offer', 'vouch', 'warning')
), called AS (
    SELECT handle, min(seller_no) AS seller_no
    FROM (
        SELECT handle, seller_no FROM handles
        UNION
        SELECT regexp_replace(substr(member_id, 10), '[^a-z0-9]', '', 'g'), seller_no
        FROM members
        WHERE member_kind = 'selector' AND starts_with(member_id, 'username:')
    )
    GROUP BY handle
    HAVING count(DISTINCT seller_no) = 1
), addressed AS (
    SELECT c.seller_no, q.message_id, q.chat_id, q.tg_id, q.account_id
    FROM asking q
    JOIN called c USING (handle)
    LEFT JOIN members own ON own.member_kind = 'account' AND own.member_id = q.account_id
    WHERE own.seller_no IS DISTINCT FROM c.seller_no AND q.marked
        AND q.message_id NOT IN (SELECT message_id FROM judged)
), put AS (
    SELECT r.seller_no, r.message_id, r.chat_id, r.tg_id, r.account_id, r.plain_answer_id AS plain_id, r.answer_id
    FROM replies r
    LEFT JOIN offers o ON o.message_id = r.message_id AND o.act = 'request'
    WHERE r.asks OR o.message_id IS NOT NULL OR r.wonders AND r.message_id NOT IN (SELECT message_id FROM judged)
    UNION ALL
    SELECT seller_no, message_id, chat_id, tg_id, account_id, NULL, NULL FROM addressed
), for_it AS (
    -- who says one and the same to everybody ("no idea") answers for nobody
    SELECT h.message_id, h.seller_no
    FROM answers_by_others h
    JOIN (
        SELECT o.account_id, o.seller_no
        FROM answers_by_others o
        JOIN messages m USING (message_id)
        GROUP BY o.account_id, o.seller_no
        HAVING count(DISTINCT m.text) >= 2
    ) USING (account_id, seller_no)
), came AS (
    SELECT
        p.seller_no, p.message_id,
        min(b.message_id) AS answer_id,
        min(b.message_id) FILTER (b.message_id NOT IN (SELECT message_id FROM money_first)) AS plain_id
    FROM put p
    JOIN messages b ON b.chat_id = p.chat_id AND b.reply_to = p.tg_id AND b.reply_to_chat IS NULL
    LEFT JOIN members m ON m.member_kind = 'account' AND m.member_id = b.account_id
    LEFT JOIN for_it h ON h.message_id = b.message_id AND h.seller_no = p.seller_no
    WHERE p.plain_id IS NULL AND (m.seller_no = p.seller_no OR h.message_id IS NOT NULL)
    GROUP BY p.seller_no, p.message_id
), thumbs AS (
    -- the reaction stands at the question itself
    SELECT DISTINCT p.seller_no, p.message_id
    FROM put p
    JOIN reacted r USING (message_id)
    JOIN accounts a ON a.kind || a.account_tg_id = r.by_id
    JOIN members m ON m.member_kind = 'account' AND m.member_id = a.account_id AND m.seller_no = p.seller_no
), questions AS (
    SELECT
        p.seller_no, p.message_id,
        coalesce(p.plain_id, c.plain_id, t.message_id) AS answer_id,
        coalesce(p.plain_id, c.plain_id, t.message_id, p.answer_id, c.answer_id) IS NULL AS open
    FROM put p
    LEFT JOIN came c USING (seller_no, message_id)
    LEFT JOIN thumbs t USING (seller_no, message_id)
), counted AS (
    SELECT
        seller_no,
        count(DISTINCT message_id) FILTER (open OR answer_id IS NOT NULL) AS questions,
        count(DISTINCT message_id) FILTER (answer_id IS NOT NULL) AS answered,
        min(message_id, $most::INTEGER) FILTER (open) AS open_questions,
        min(answer_id, $most::INTEGER) AS answers
    FROM questions
    GROUP BY seller_no
), wanting AS ( -- a seller's own answers to others
    SELECT
        m.seller_no,
        count(*) AS money_first,
        min(a.message_id, $most::INTEGER) AS money_answers
    FROM money_first f
    JOIN messages a USING (message_id)
    JOIN messages t ON t.chat_id = a.chat_id AND t.tg_id = a.reply_to
    JOIN members m ON m.member_kind = 'account' AND m.member_id = f.account_id
    LEFT JOIN members other ON other.member_kind = 'account' AND other.member_id = t.account_id
    WHERE other.seller_no IS DISTINCT FROM m.seller_no
    GROUP BY m.seller_no
), asked_codes AS (
    SELECT
        r.seller_no,
        count(DISTINCT r.answer_id) AS codes,
        min(r.answer_id, $most::INTEGER) AS code_answers
    FROM replies r
    JOIN codes d ON d.message_id = r.answer_id
    GROUP BY r.seller_no
)
SELECT
    k.seller_no,
    coalesce(c.questions, 0)::BIGINT AS questions,
    coalesce(c.answered, 0)::BIGINT AS answered,
    coalesce(d.codes, 0)::BIGINT AS codes,
    coalesce(w.money_first, 0)::BIGINT AS money_first,
    c.open_questions,
    c.answers,
    d.code_answers,
    w.money_answers
FROM subjects k
LEFT JOIN asked_codes d USING (seller_no)
LEFT JOIN wanting w USING (seller_no)
LEFT JOIN counted c USING (seller_no)
ORDER BY k.seller_no
