-- Pairs of sellers' accounts of which one forwards mostly the other: at least three times, and half of all it forwards; of a
-- channel once is enough, since whose channel it is shows in who brings its posts into groups; so two accounts that do are a pair too.
-- Where the source gives no number with a forward, its name is that of the one channel of this name, if nobody else bears it or the
-- channel posted the same offer before.
WITH sellers_of AS (SELECT DISTINCT account_id FROM own_posts),
channels AS (
    SELECT DISTINCT account_id, name FROM accounts SEMI JOIN sellers_of USING (account_id) WHERE kind = 'channel'
),
forwards AS (
    SELECT message_id, account_id, target_account_id AS target, target AS name, sent_at
    FROM mentions
    WHERE kind = 'forward' AND account_id IS NOT NULL
),
told AS (
    SELECT forwards.account_id, forwards.name, min(channels.account_id) AS target
    FROM forwards
    JOIN channels ON channels.name = forwards.name AND channels.account_id <> forwards.account_id
    LEFT JOIN offers ON offers.message_id = forwards.message_id
    LEFT JOIN own_posts ON own_posts.account_id = channels.account_id AND own_posts.text_id = offers.text_id
        AND own_posts.first_seen <= forwards.sent_at
    LEFT JOIN (SELECT DISTINCT name FROM accounts WHERE kind <> 'channel') AS others ON others.name = forwards.name
    WHERE forwards.target IS NULL AND (own_posts.account_id IS NOT NULL OR others.name IS NULL)
    GROUP BY forwards.account_id, forwards.name
    HAVING count(DISTINCT channels.account_id) = 1
),
counted AS (
    SELECT forwards.account_id, coalesce(forwards.target, told.target) AS target, count(*) AS times, min(message_id, 4) AS messages
    FROM forwards
    LEFT JOIN told ON told.account_id = forwards.account_id AND told.name = forwards.name
    GROUP BY ALL
),
shares AS (SELECT *, sum(times) OVER (PARTITION BY account_id) AS all_times FROM counted),
mostly AS (
    SELECT shares.*, channels.account_id IS NOT NULL AS channel
    FROM shares
    SEMI JOIN sellers_of AS one ON one.account_id = shares.account_id
    SEMI JOIN sellers_of AS other ON other.account_id = shares.target
    LEFT JOIN (SELECT DISTINCT account_id FROM channels) AS channels ON channels.account_id = shares.target
    WHERE target IS NOT NULL AND target <> shares.account_id AND 2 * times >= all_times AND (times >= 3 OR channels.account_id IS NOT NULL)
),
bringing AS (SELECT *, count(*) OVER (PARTITION BY target) AS bringers FROM mostly WHERE channel),
told_of AS (
    SELECT
        2 AS place,
        least(account_id, target) AS left_id,
        greatest(account_id, target) AS right_id,
        'forwards_other' AS rule,
        'forwards: ' || sum(times)::BIGINT AS detail,
        2::BIGINT AS users,
        list_sort(flatten(list(messages)))[1:4] AS messages
    FROM mostly
    WHERE NOT channel
    GROUP BY left_id, right_id
    UNION ALL
    SELECT
        0,
        least(account_id, target),
        greatest(account_id, target),
        'forwards_channel',
        'forwards: ' || sum(times)::BIGINT || ', accounts: ' || max(bringers),
        greatest(max(bringers), 2)::BIGINT,
        list_sort(flatten(list(messages)))[1:4]
    FROM bringing
    GROUP BY least(account_id, target), greatest(account_id, target)
    UNION ALL
    SELECT
        1,
        l.account_id,
        r.account_id,
        'forward_one_channel',
        'forwards: ' || l.times || ' / ' || r.times || ', accounts: ' || l.bringers,
        l.bringers,
        list_sort(list_concat(l.messages[1:2], r.messages[1:2]))
    FROM bringing AS l
    JOIN bringing AS r ON r.target = l.target AND r.account_id > l.account_id
    WHERE l.bringers <= $most
)
-- a pair is told one of these, which rest on the same forwards
SELECT left_id, right_id, rule, detail, users, messages
FROM told_of
QUALIFY row_number() OVER (PARTITION BY left_id, right_id ORDER BY place, detail) = 1
ORDER BY left_id, right_id
