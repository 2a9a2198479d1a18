-- Per account the selectors in its own offers: how often, when, whether it is the account's main contact,
-- and whether the words before it always say that it belongs to somebody else (escrow, admin, scammer).
-- A text's selectors are read from one of its messages only; all copies have the same. `own_words` has the texts.
WITH one AS (SELECT text_id, min(messages[1]) AS message_id FROM own_posts GROUP BY text_id),
named AS (
    SELECT one.text_id, selectors.type, selectors.value, min(selectors."start") AS "start", one.message_id
    FROM selectors
    JOIN one ON one.message_id = selectors.message_id
    WHERE selectors.value IS NOT NULL AND selectors.type IS NOT NULL
    GROUP BY one.text_id, selectors.type, selectors.value, one.message_id
),
judged AS (
    SELECT
        named.text_id,
        named.type,
        named.value,
        coalesce(
            regexp_matches(
                lower(substring(own_words.text, greatest(named."start" - 29, 1), least(named."start", 30))),
                $third_party
            ),
            false
        ) AS third_party
    FROM named
    JOIN own_words ON own_words.text_id = named.text_id
),
totals AS (SELECT account_id, sum(posts) AS posts FROM own_posts GROUP BY account_id),
used AS (
    SELECT
        own_posts.account_id,
        judged.type,
        judged.value,
        sum(own_posts.posts)::BIGINT AS posts,
        min(own_posts.first_seen) AS first_seen,
        max(own_posts.last_seen) AS last_seen,
        list_sort(flatten(list(own_posts.messages)))[1:3] AS messages,
        bool_and(judged.third_party) AS third_party
    FROM own_posts
    JOIN judged ON judged.text_id = own_posts.text_id
    GROUP BY own_posts.account_id, judged.type, judged.value
)
SELECT
    used.*,
    used.posts >= $main_share * totals.posts AS main,
    count(*) FILTER (NOT used.third_party) OVER (PARTITION BY used.type, used.value) AS users
FROM used
JOIN totals ON totals.account_id = used.account_id
ORDER BY used.type, used.value, used.account_id
