-- Calls for people, and requests that do not plainly name goods: one row per seller, or per account that is no seller's, and
-- act, with what the reading leaves to doubt. `sure` are calls in words of the trade; `texts` the other distinct texts, of which
-- `doubt` is the probability that none is what it reads as. Copies of a text are one text, so `written` counts what its writer
-- wrote with such copies once.
WITH sold AS (
    SELECT member_id AS account_id, min(seller_no) AS seller_no
    FROM members
    WHERE member_kind = 'account'
    GROUP BY member_id
), wrote AS (
    SELECT a.account_id, s.seller_no, sum(a.messages)::BIGINT AS messages
    FROM accounts a
    LEFT JOIN sold s USING (account_id)
    GROUP BY a.account_id, s.seller_no
), writers AS ( -- a seller's accounts are one writer
    SELECT seller_no, if(seller_no IS NULL, account_id, NULL) AS account_id, sum(messages)::BIGINT AS messages
    FROM wrote
    GROUP BY ALL
), heard AS (
    SELECT w.seller_no, if(w.seller_no IS NULL, w.account_id, NULL) AS account_id, o.act, o.text_id, o.message_id, o.score
    FROM offers o
    JOIN wrote w USING (account_id)
    WHERE o.act IN ('recruit', 'request') AND o.message_id NOT IN (SELECT message_id FROM remarks)
), texts AS (
    SELECT
        h.seller_no,
        h.account_id,
        h.act,
        h.text_id,
        max(h.score) AS score,
        count(*) AS copies,
        min(h.message_id) AS message_id,
        h.act = 'recruit' AND coalesce(bool_or(regexp_matches(lower(left(g.text, 1000)), $seeks)), FALSE) AS sure
    FROM heard h
    LEFT JOIN read_texts g ON g.text_id = h.text_id AND h.act = 'recruit'
    GROUP BY h.seller_no, h.account_id, h.act, h.text_id
), sayings AS ( -- what many say word for word, "answer your dm", is how people talk here
    SELECT t.text_id
    FROM texts t
    JOIN read_texts g USING (text_id)
    WHERE t.act = 'recruit' AND NOT t.sure AND length(g.text) < $saying_letters
    GROUP BY t.text_id
    HAVING count(*) >= $saying_writers
), doubtful AS (
    SELECT * FROM texts
    WHERE (act = 'recruit' AND text_id NOT IN (FROM sayings))
        OR (act = 'request' AND (score < $plain OR text_id NOT IN (SELECT text_id FROM items)))
), counted AS (
    SELECT
        seller_no,
        account_id,
        act,
        count(*) FILTER (sure) AS sure,
        count(*) FILTER (NOT sure) AS texts,
        count(*) AS distinct_texts,
        sum(copies)::BIGINT AS copies,
        coalesce(product(1.0 - least(greatest(score, 0.0), 1.0) ORDER BY text_id) FILTER (NOT sure), 1.0) AS doubt,
        min(message_id, $most::INTEGER) AS hint_messages
    FROM doubtful
    GROUP BY seller_no, account_id, act
)
SELECT
    c.seller_no,
    c.account_id,
    c.act,
    c.sure,
    c.texts,
    c.doubt,
    greatest(w.messages - c.copies + c.distinct_texts, c.distinct_texts) AS written,
    (SELECT sum(messages)::BIGINT FROM writers) AS all_written,
    (SELECT count(*) FROM writers) AS all_writers,
    c.hint_messages
FROM counted c
JOIN writers w ON w.seller_no IS NOT DISTINCT FROM c.seller_no AND w.account_id IS NOT DISTINCT FROM c.account_id
ORDER BY c.act, c.seller_no, c.account_id
