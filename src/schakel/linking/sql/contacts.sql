-- Per account the selectors in its own offers: how often, when, whether it is the account's main contact,
-- and whether the words before it always say that it belongs to somebody else (escrow, admin, scammer).
-- `own_words` has the texts of own offers; all copies of a text have the same selectors.
WITH named AS (
    SELECT text_id, type, value, min("start") AS "start"
    FROM named_selectors
    WHERE value IS NOT NULL AND type IS NOT NULL
    GROUP BY text_id, type, value
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
