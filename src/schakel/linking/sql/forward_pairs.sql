-- Pairs of sellers' accounts of which one forwards mostly the other: at least three times, and half of all it forwards.
WITH sellers_of AS (SELECT DISTINCT account_id FROM own_posts),
forwards AS (
    SELECT message_id, account_id, target_account_id AS target
    FROM mentions
    WHERE kind = 'forward' AND account_id IS NOT NULL
),
counted AS (
    SELECT account_id, target, count(*) AS times, min(message_id, 4) AS messages
    FROM forwards
    GROUP BY account_id, target
),
shares AS (SELECT *, sum(times) OVER (PARTITION BY account_id) AS all_times FROM counted),
mostly AS (
    SELECT * FROM shares
    SEMI JOIN sellers_of AS one ON one.account_id = shares.account_id
    SEMI JOIN sellers_of AS other ON other.account_id = shares.target
    WHERE target IS NOT NULL AND target <> account_id AND times >= 3 AND 2 * times >= all_times
)
SELECT
    least(account_id, target) AS left_id,
    greatest(account_id, target) AS right_id,
    'forwards: ' || sum(times)::BIGINT AS detail,
    2::BIGINT AS users,
    list_sort(flatten(list(messages)))[1:4] AS messages
FROM mostly
GROUP BY left_id, right_id
ORDER BY left_id, right_id
