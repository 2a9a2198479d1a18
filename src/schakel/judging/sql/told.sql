-- What others answer to who asks about a seller, or who asks for goods and is sent to one: well or ill of it, by its words or as praise and warnings are read. A bare yes or
-- no means what was asked; who asks after good and bad at once cannot be answered so. Nobody speaks for itself, and who knows
-- nothing, or says both, says nothing; who says that it is no scam says well. Answers to praise and warnings that were not read as such themselves count so too, and who
-- agrees ("bij mij ook") says what they say.
WITH questions AS (
    SELECT q.message_id, q.chat_id, q.tg_id, q.account_id, q.either, q.ill, any_value(n.seller_no) AS seller_no
    FROM asked_about q
    JOIN meant n USING (message_id)
    LEFT JOIN members own ON own.member_kind = 'account' AND own.member_id = q.account_id
    WHERE own.seller_no IS DISTINCT FROM n.seller_no
    GROUP BY ALL
    HAVING count(DISTINCT n.seller_no) = 1
), single AS (
    SELECT * FROM questions QUALIFY count(*) OVER (PARTITION BY message_id) = 1
), answers AS (
    SELECT
        b.message_id, b.account_id, b.sent_at, q.seller_no, lower(b.text) AS written, q.either, q.ill AS asked_ill,
        o.act AS read_as
    FROM single q
    JOIN messages b ON b.chat_id = q.chat_id AND b.reply_to = q.tg_id AND b.reply_to_chat IS NULL
    LEFT JOIN members own ON own.member_kind = 'account' AND own.member_id = b.account_id
    LEFT JOIN (SELECT message_id, max(act) AS act FROM offers WHERE act IN ('vouch', 'warning') GROUP BY message_id) o ON o.message_id = b.message_id
    WHERE b.account_id IS DISTINCT FROM q.account_id AND own.seller_no IS DISTINCT FROM q.seller_no
        AND b.account_id IS NOT NULL AND length(b.text) BETWEEN 2 AND $asking_letters::INTEGER
), voiced AS ( -- praise and warnings of one seller
    SELECT o.message_id, any_value(o.act) AS act, any_value(n.seller_no) AS seller_no
    FROM offers o
    JOIN meant n USING (message_id)
    WHERE o.act IN ('vouch', 'warning')
    GROUP BY o.message_id
    HAVING count(DISTINCT n.seller_no) = 1
), remarks AS (
    SELECT b.message_id, b.account_id, b.sent_at, v.seller_no, lower(b.text) AS written, v.act
    FROM voiced v
    JOIN messages q USING (message_id)
    JOIN messages b ON b.chat_id = q.chat_id AND b.reply_to = q.tg_id AND b.reply_to_chat IS NULL
    LEFT JOIN members own ON own.member_kind = 'account' AND own.member_id = b.account_id
    WHERE b.account_id IS DISTINCT FROM q.account_id AND own.seller_no IS DISTINCT FROM v.seller_no AND b.account_id IS NOT NULL
        AND length(b.text) BETWEEN 2 AND $asking_letters::INTEGER AND b.message_id NOT IN (SELECT message_id FROM offers)
), named AS ( -- who asks for goods is sent to one seller, or away from it
    SELECT
        r.message_id, any_value(r.account_id) AS account_id, any_value(r.sent_at) AS sent_at,
        any_value(n.seller_no) AS seller_no, any_value(r.said) AS written
    FROM recommended r
    JOIN meant n USING (message_id)
    GROUP BY r.message_id
    HAVING count(DISTINCT n.seller_no) = 1
), heard AS MATERIALIZED ( -- all that is said; "no scam" is taken for the opposite before any word is sought in it
    SELECT *, regexp_replace(written, $not_ill, $for_not_ill, 'g') AS said
    FROM (
        SELECT 'answer' AS heard_as, message_id, account_id, sent_at, seller_no, written, either, asked_ill, read_as FROM answers
        UNION ALL
        SELECT 'remark', message_id, account_id, sent_at, seller_no, written, NULL, NULL, act FROM remarks
        UNION ALL
        SELECT 'sent to', message_id, account_id, sent_at, seller_no, written, NULL, NULL, NULL FROM named
    )
), worded AS MATERIALIZED (
    SELECT *, regexp_matches(said, $speaks_ill) AS speaks_ill, regexp_matches(said, $speaks_well) AS speaks_well
    FROM heard
    WHERE NOT regexp_matches(said, $knows_not) AND NOT regexp_matches(right(said, 20), '[?？؟]')
), answered AS (
    SELECT
        * EXCLUDE (speaks_well),
        speaks_well OR regexp_matches(said, $received) AS speaks_well,
        (regexp_matches(left(said, 12), $yes) OR regexp_matches(said, $confirms)) AND NOT regexp_matches(left(said, 24), $no_way) AS yes,
        regexp_matches(left(said, 12), $no) OR regexp_matches(left(said, 24), $no_way) AS no
    FROM worded
    WHERE heard_as = 'answer'
), judged AS (
    SELECT
        *,
        CASE
            WHEN speaks_ill <> speaks_well THEN if(speaks_ill, 'told-ill', 'told-well')
            WHEN read_as IS NOT NULL AND NOT speaks_ill THEN if(read_as = 'warning', 'told-ill', 'told-well')
            WHEN speaks_ill OR either OR yes = no THEN NULL
            WHEN yes = asked_ill THEN 'told-ill'
            ELSE 'told-well'
        END AS act
    FROM answered
), joined_in AS (
    SELECT
        *,
        CASE
            WHEN speaks_ill <> speaks_well THEN if(speaks_ill, 'warning', 'vouch')
            WHEN speaks_ill THEN NULL
            WHEN regexp_matches(left(said, 30), $agrees) THEN read_as
        END AS act
    FROM worded
    WHERE heard_as = 'remark'
), sent_to AS (
    SELECT
        *,
        CASE
            WHEN NOT speaks_ill THEN 'told-well'
            WHEN NOT speaks_well THEN 'told-ill'
        END AS act
    FROM worded
    WHERE heard_as = 'sent to'
)
SELECT message_id, account_id, sent_at, seller_no, act
FROM (
    SELECT message_id, account_id, sent_at, seller_no, act FROM judged
    UNION SELECT message_id, account_id, sent_at, seller_no, act FROM joined_in
    UNION SELECT message_id, account_id, sent_at, seller_no, act FROM sent_to
)
WHERE act IS NOT NULL
ORDER BY message_id, seller_no
