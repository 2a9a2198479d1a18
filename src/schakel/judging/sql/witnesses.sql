-- Who vouches for, warns of or grumbles of which seller, who sets it on a list of scammers or of trusted sellers, and who speaks well or ill of
-- it when others ask: one row per message and seller, with what is known of the witness. Lists are those of keepers, or name two accounts;
-- words of trust never warn. Of whom a message speaks stands in `meant`.
-- No witness is who passes on what another wrote, tells of somebody's next account or that another goes under its name, only asks
-- something, gives a contact of its own, an ad with a price list, and a warning that names several sellers, as keepers post them.
WITH keepers AS (
    SELECT DISTINCT account_id FROM accounts WHERE list_contains(flags, 'keeper')
), listing AS (
    SELECT r.message_id
    FROM remarked r
    JOIN messages m USING (message_id)
    LEFT JOIN (
        SELECT message_id, count(DISTINCT target) AS named
        FROM mentions
        SEMI JOIN remarked USING (message_id)
        WHERE kind IN ('mention', 'name')
        GROUP BY message_id
    ) n USING (message_id)
    WHERE r.remark != 'grumble' AND (n.named >= 2 OR m.account_id IN (FROM keepers))
), remarks_here AS MATERIALIZED (
    SELECT r.message_id, r.remark, m.account_id, m.sent_at, lower(m.text) AS words
    FROM remarked r
    JOIN messages m USING (message_id)
    WHERE CASE WHEN r.remark = 'grumble'
        THEN NOT regexp_matches(lower(m.text), $other_things) AND NOT regexp_matches(lower(m.text), $accuse)
            AND NOT regexp_matches(lower(m.text), $no_answer)
        ELSE r.message_id IN (FROM listing) END
), spoken_of AS MATERIALIZED (
    SELECT o.message_id, o.account_id, o.sent_at, o.act, o.text_id, lower(t.text) AS words
    FROM offers o
    JOIN messages m USING (message_id)
    LEFT JOIN read_texts t ON t.text_id = o.text_id
    WHERE o.act IN ('vouch', 'warning') AND o.account_id IS NOT NULL
        AND m.forwarded_from IS NULL AND m.forwarded_from_id IS NULL
        AND o.message_id NOT IN (SELECT message_id FROM remarks_here)
        AND NOT (o.act = 'warning' AND o.message_id IN (SELECT message_id FROM remarked WHERE remark = 'trusted'))
    UNION ALL
    SELECT message_id, account_id, sent_at, remark, NULL, words
    FROM remarks_here
    WHERE message_id NOT IN (
        SELECT message_id FROM offers SEMI JOIN remarks_here USING (message_id) WHERE act IN ('offer', 'request', 'recruit')
    )
    UNION ALL -- thanks under an ad that were not read as praise
    SELECT message_id, any_value(account_id), any_value(sent_at), 'vouch', NULL, NULL
    FROM replies
    WHERE under_ad AND message_id IN (SELECT message_id FROM thanked)
        AND message_id NOT IN (SELECT message_id FROM offers SEMI JOIN thanked USING (message_id))
        AND message_id NOT IN (SELECT message_id FROM remarks_here)
    GROUP BY message_id
), priced AS (
    SELECT message_id
    FROM items
    WHERE price IS NOT NULL AND message_id IN (SELECT message_id FROM spoken_of)
    GROUP BY message_id
    HAVING count(DISTINCT line) >= $list_lines
), own_ads AS ( -- with a contact of the writer's own
    SELECT s.message_id
    FROM spoken_of s
    JOIN members own ON own.member_kind = 'account' AND own.member_id = s.account_id
    JOIN selectors c USING (message_id)
    JOIN members m ON m.member_kind = 'selector'
      AND m.member_id = CASE WHEN c.type = 'whatsapp' AND starts_with(c.value, '+') THEN 'phone' ELSE c.type END || ':' || c.value
      AND m.seller_no = own.seller_no
), worded_warnings AS MATERIALIZED ( -- each of these long patterns is made ready once
    SELECT
        message_id,
        coalesce(regexp_matches(words, $no_answer), FALSE) AS unanswered,
        coalesce(regexp_matches(words, $loss), FALSE) AS lost,
        coalesce(regexp_matches(words, $accuse), FALSE) AS accuses,
        coalesce(regexp_matches(words, $short), FALSE) AS short,
        coalesce(regexp_matches(words, $weak), FALSE) AS weak,
        coalesce(regexp_matches(words, $move), FALSE) AS moves,
        coalesce(regexp_matches(words, $spoken_for) OR regexp_matches(words, $housekeeping), FALSE) AS spoken_for,
        coalesce(regexp_matches(words, $called_to_order), FALSE) AS called_to_order,
        message_id IN (SELECT message_id FROM asked_about) AS asks_others,
        coalesce(regexp_matches(right(words, 20), '[?？؟]'), FALSE)
            OR message_id IN (SELECT message_id FROM asking WHERE handle IS NULL) AS asks -- the others open with a username, and may say anything
    FROM (SELECT message_id, any_value(words) AS words FROM spoken_of WHERE act = 'warning' GROUP BY message_id)
), heard AS MATERIALIZED (
    SELECT
        s.message_id, s.account_id, s.sent_at, s.text_id,
        CASE WHEN w.short AND NOT w.lost AND NOT w.accuses THEN 'grumble' ELSE s.act END AS act, -- who got too little got something
        coalesce(w.short AND NOT w.lost AND NOT w.accuses, FALSE) AS short,
        coalesce(w.unanswered AND NOT w.lost, FALSE) AS waits,
        coalesce(w.weak AND NOT w.lost AND NOT w.accuses AND NOT w.unanswered, FALSE) AS weak,
        s.act = 'warning' AS warned
    FROM spoken_of s
    LEFT JOIN worded_warnings w USING (message_id)
    WHERE s.message_id NOT IN (SELECT message_id FROM priced)
        AND NOT (s.act = 'vouch' AND s.message_id IN (SELECT message_id FROM asked_about))
        AND NOT coalesce(
            s.act = 'warning' AND (
                w.moves AND NOT w.accuses
                OR w.spoken_for
                OR w.called_to_order AND NOT w.accuses AND NOT w.lost
                OR w.asks_others
                OR w.asks AND NOT w.lost AND NOT w.accuses AND NOT w.unanswered
            ),
            FALSE
        )
        AND s.message_id NOT IN (SELECT message_id FROM own_ads)
), lists AS (
    SELECT message_id FROM meant WHERE message_id IN (SELECT message_id FROM heard) GROUP BY message_id HAVING count(DISTINCT seller_no) >= $list_sellers
), said AS MATERIALIZED (
    SELECT h.*, n.seller_no, own.seller_no AS own_no
    FROM heard h
    JOIN meant n USING (message_id)
    LEFT JOIN members own ON own.member_kind = 'account' AND own.member_id = h.account_id
    WHERE own.seller_no IS DISTINCT FROM n.seller_no
        AND NOT (h.warned AND h.message_id IN (SELECT message_id FROM lists))
        AND NOT (h.act IN ('listed', 'trusted') AND own.seller_no IS NOT NULL)
    UNION ALL
    SELECT t.message_id, t.account_id, t.sent_at, NULL, t.act, FALSE, FALSE, FALSE, FALSE, t.seller_no, own.seller_no
    FROM told t
    LEFT JOIN members own ON own.member_kind = 'account' AND own.member_id = t.account_id
    WHERE t.message_id NOT IN (SELECT message_id FROM meant JOIN spoken_of USING (message_id))
), known AS (
    SELECT account_id, min(first_seen) AS first_seen, sum(messages) AS messages
    FROM accounts
    WHERE account_id IN (SELECT account_id FROM said)
    GROUP BY account_id
), spoken AS (
    SELECT
        account_id, count(DISTINCT message_id) AS statements, count(DISTINCT seller_no) AS about,
        count(DISTINCT seller_no) FILTER (act = 'vouch') AS praised
    FROM said
    GROUP BY account_id
), askers AS ( -- those who were seen to ask a seller or the group for something; who only answers a seller may be paid to
    SELECT account_id FROM replies
    WHERE (asks OR wonders) AND message_id NOT IN (SELECT message_id FROM heard)
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
    p.statements > 1 AS speaks_again,
    s.act = 'vouch' AND p.praised >= $praised_sellers AS praises_widely,
    coalesce(w.mouths > 1 AND w.letters >= $copied_letters, FALSE) AS copied,
    g.seller_no IS NOT NULL AS in_ring,
    s.waits,
    s.short,
    s.weak
FROM said s
LEFT JOIN askers a USING (account_id)
LEFT JOIN known k USING (account_id)
LEFT JOIN spoken p USING (account_id)
LEFT JOIN worded w USING (text_id)
LEFT JOIN rings g ON g.seller_no = s.seller_no AND g.witness_no = s.own_no
ORDER BY s.seller_no, s.message_id
