-- Calls for people, and requests that do not plainly name goods: one row per seller, or per account that is no seller's, and
-- act, with what the reading leaves to doubt; of calls one per account too where a seller has several, for who calls is the account that
-- does. `sure` are calls in words of the trade; `texts` the other distinct texts, of which `doubt` is the probability that none is what
-- it reads as. Copies of a text are one text, so `written` counts what its writer wrote with such copies once.
-- Words of a call count where the reading saw none, too, unless goods of the trade are asked for; as far as that is likely.
WITH sold AS (
    SELECT account_id, min(seller_no) AS seller_no, min(accounts) > 1 AS several
    FROM (
        SELECT member_id AS account_id, seller_no, count(*) OVER (PARTITION BY seller_no) AS accounts
        FROM members
        WHERE member_kind = 'account'
    )
    GROUP BY account_id
), wrote AS (
    SELECT a.account_id, s.seller_no, coalesce(s.several, FALSE) AS several, sum(a.messages)::BIGINT AS messages
    FROM accounts a
    LEFT JOIN sold s USING (account_id)
    GROUP BY a.account_id, s.seller_no, s.several
), writers AS ( -- a seller's accounts are one writer
    SELECT seller_no, if(seller_no IS NULL, account_id, NULL) AS account_id, sum(messages)::BIGINT AS messages
    FROM wrote
    GROUP BY ALL
), hands AS (
    SELECT seller_no, account_id, messages FROM writers
    UNION ALL
    SELECT NULL, account_id, messages FROM wrote WHERE several
), named AS (
    SELECT message_id FROM items WHERE message_id IN (SELECT message_id FROM spoken WHERE seeks)
), unread AS ( -- words of a call that was not read as one
    SELECT s.message_id, s.account_id, o.text_id, o.act
    FROM spoken s
    LEFT JOIN offers o ON o.message_id = s.message_id
    WHERE s.seeks AND NOT s.self_offer AND (o.act IS NULL OR o.act = 'request') AND s.message_id NOT IN (FROM named)
), read_acts AS (
    SELECT account_id, act, text_id, message_id, score, FALSE AS unread
    FROM offers
    WHERE act IN ('recruit', 'request') AND message_id NOT IN (SELECT message_id FROM unread)
    UNION ALL
    SELECT u.account_id, 'recruit', coalesce(u.text_id, md5(lower(m.text))), u.message_id, $call_read, TRUE
    FROM unread u
    JOIN messages m USING (message_id)
), heard AS (
    SELECT
        if(w.several AND r.act = 'recruit', NULL, w.seller_no) AS seller_no,
        if(w.seller_no IS NULL OR (w.several AND r.act = 'recruit'), w.account_id, NULL) AS account_id,
        r.act,
        r.text_id,
        r.message_id,
        r.score,
        r.unread
    FROM read_acts r
    JOIN wrote w USING (account_id)
    WHERE r.message_id NOT IN (SELECT message_id FROM remarks)
), called AS ( -- texts read as calls, and whether they have words of the trade, or plainly seek somebody
    SELECT
        text_id,
        (
            regexp_matches(text, $seeks) OR regexp_matches(text, $calls)
            OR regexp_matches(text, $more_calls)
        ) AND NOT regexp_matches(text, $no_call) AS in_words,
        regexp_matches(text, $frames) AND NOT regexp_matches(text, $no_call) AS framed
    FROM (
        SELECT text_id, lower(left(text, 1000)) AS text
        FROM read_texts
        WHERE text_id IN (SELECT text_id FROM heard WHERE act = 'recruit' AND NOT unread)
    )
), texts AS (
    SELECT
        h.seller_no,
        h.account_id,
        h.act,
        h.text_id,
        max(h.score) AS score,
        count(*) AS copies,
        min(h.message_id) AS message_id,
        coalesce(bool_or(NOT h.unread AND (c.in_words OR (c.framed AND h.score >= $plain))), FALSE) AS sure
    FROM heard h
    LEFT JOIN called c ON c.text_id = h.text_id AND h.act = 'recruit'
    GROUP BY h.seller_no, h.account_id, h.act, h.text_id
), sayings AS ( -- what many say word for word, "answer your dm", is how people talk here
    SELECT t.text_id
    FROM texts t
    JOIN read_texts g USING (text_id)
    WHERE t.act = 'recruit' AND NOT t.sure AND length(g.text) < $saying_letters
    GROUP BY t.text_id
    HAVING count(*) >= $saying_writers
), goods AS ( -- of texts that ask, those with goods in them
    SELECT text_id FROM items WHERE text_id IS NULL OR text_id IN (SELECT text_id FROM texts WHERE act = 'request')
), doubtful AS (
    SELECT * FROM texts
    WHERE (act = 'recruit' AND text_id NOT IN (FROM sayings))
        OR (act = 'request' AND (score < $plain OR text_id NOT IN (FROM goods)))
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
JOIN hands w ON w.seller_no IS NOT DISTINCT FROM c.seller_no AND w.account_id IS NOT DISTINCT FROM c.account_id
ORDER BY c.act, c.seller_no, c.account_id
