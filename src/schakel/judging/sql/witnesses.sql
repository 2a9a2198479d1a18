-- Who vouches for or warns of which seller: one row per message and seller, with what is known of the witness.
-- A witness speaks of a seller by answering its message, naming its account or calling it by its display name, or writing one of its selectors.
WITH heard AS MATERIALIZED (
    SELECT o.message_id, o.account_id, o.sent_at, o.act, o.text_id
    FROM offers o
    WHERE o.act IN ('vouch', 'warning') AND o.account_id IS NOT NULL
), named AS (
    SELECT h.message_id, r.seller_no FROM heard h JOIN replies r USING (message_id)
    UNION
    SELECT h.message_id, m.seller_no
    FROM heard h
    JOIN mentions n USING (message_id)
    JOIN members m ON m.member_kind = 'account' AND m.member_id = n.target_account_id
    WHERE n.kind NOT IN ('forward', 'name')
    UNION
    SELECT h.message_id, any_value(m.seller_no)
    FROM heard h
    JOIN mentions n USING (message_id)
    JOIN members m ON m.member_kind = 'account' AND m.member_id = n.target_account_id
    WHERE n.kind = 'name'
    GROUP BY h.message_id, n.target
    HAVING count(DISTINCT m.seller_no) = 1 -- of accounts with one name all must be one seller
    UNION
    SELECT h.message_id, m.seller_no
    FROM heard h
    JOIN mentions n USING (message_id)
    JOIN members m
      ON m.member_kind = 'selector' AND m.member_id = 'username:' || lower(ltrim(n.target, '@'))
    WHERE n.kind = 'mention'
    UNION
    SELECT h.message_id, m.seller_no
    FROM heard h
    JOIN selectors s USING (message_id)
    JOIN members m ON m.member_kind = 'selector' AND m.member_id = s.type || ':' || s.value
    WHERE s.act IN ('vouch', 'warning')
), said AS MATERIALIZED (
    SELECT h.*, n.seller_no, own.seller_no AS own_no
    FROM heard h
    JOIN named n USING (message_id)
    LEFT JOIN members own ON own.member_kind = 'account' AND own.member_id = h.account_id
    WHERE own.seller_no IS DISTINCT FROM n.seller_no
), known AS (
    SELECT account_id, min(first_seen) AS first_seen, sum(messages) AS messages
    FROM accounts
    WHERE account_id IN (SELECT account_id FROM said)
    GROUP BY account_id
), spoken AS (
    SELECT account_id, count(DISTINCT message_id) AS statements, count(DISTINCT seller_no) AS about
    FROM said
    GROUP BY account_id
), askers AS ( -- those who were seen to ask a seller or the group for something
    SELECT account_id FROM replies
    WHERE message_id NOT IN (SELECT message_id FROM heard)
    UNION
    SELECT account_id FROM offers WHERE act = 'request' AND account_id IS NOT NULL
), worded AS (
    SELECT s.text_id, count(DISTINCT s.account_id) AS mouths, any_value(length(t.text)) AS letters
    FROM said s
    JOIN read_texts t USING (text_id)
    GROUP BY s.text_id
), rings AS (
    SELECT DISTINCT a.own_no AS seller_no, a.seller_no AS witness_no
    FROM said a
    WHERE a.act = 'vouch' AND a.own_no IS NOT NULL
)
SELECT
    s.seller_no,
    s.message_id,
    s.account_id,
    s.act,
    s.sent_at,
    s.own_no IS NOT NULL AS sells,
    coalesce(s.sent_at - k.first_seen < to_days($new_days::INTEGER), TRUE) AS is_new,
    coalesce(k.messages - p.statements < $few_messages, TRUE) AS writes_little,
    p.about = 1 AND p.statements > 1 AS one_seller,
    coalesce(p.statements >= $praises_many AND p.statements >= $praises_share * k.messages, FALSE) AS praises_only,
    a.account_id IS NULL AND (SELECT count(*) FROM askers) > 0 AS never_asked,
    coalesce(w.mouths > 1 AND w.letters >= $copied_letters, FALSE) AS copied,
    g.seller_no IS NOT NULL AS in_ring
FROM said s
LEFT JOIN askers a USING (account_id)
LEFT JOIN known k USING (account_id)
LEFT JOIN spoken p USING (account_id)
LEFT JOIN worded w USING (text_id)
LEFT JOIN rings g ON g.seller_no = s.seller_no AND g.witness_no = s.own_no
ORDER BY s.seller_no, s.message_id
