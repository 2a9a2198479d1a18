-- Questions put to each seller in public (requests, or replies that end in a question mark), and which were answered; answers
-- of the seller that speak of prepaid cards or their codes.
WITH questions AS (
    SELECT r.seller_no, r.message_id, r.answer_id
    FROM replies r
    LEFT JOIN offers o ON o.message_id = r.message_id AND o.act = 'request'
    WHERE r.asks OR o.message_id IS NOT NULL
), counted AS (
    SELECT
        seller_no,
        count(DISTINCT message_id) AS questions,
        count(DISTINCT message_id) FILTER (answer_id IS NOT NULL) AS answered,
        min(message_id, $most::INTEGER) FILTER (answer_id IS NULL) AS open_questions,
        min(answer_id, $most::INTEGER) AS answers
    FROM questions
    GROUP BY seller_no
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
    c.open_questions,
    c.answers,
    d.code_answers
FROM subjects k
LEFT JOIN asked_codes d USING (seller_no)
LEFT JOIN counted c USING (seller_no)
ORDER BY k.seller_no
