-- Per account the selectors in its own offers: how often, when, whether it is the account's main contact,
-- and whether it belongs to somebody else: the words before it always say so, or the account posts for others.
WITH totals AS (SELECT account_id, sum(posts) AS posts FROM own_posts GROUP BY account_id),
used AS (
    SELECT
        own_posts.account_id,
        text_contacts.type,
        text_contacts.value,
        sum(own_posts.posts)::BIGINT AS posts,
        min(own_posts.first_seen) AS first_seen,
        max(own_posts.last_seen) AS last_seen,
        list_sort(flatten(list(own_posts.messages)))[1:3] AS messages,
        bool_and(text_contacts.third_party) OR bool_or(posters.account_id IS NOT NULL) AS third_party
    FROM own_posts
    JOIN text_contacts ON text_contacts.text_id = own_posts.text_id
    LEFT JOIN posters ON posters.account_id = own_posts.account_id
    GROUP BY own_posts.account_id, text_contacts.type, text_contacts.value
)
SELECT
    used.*,
    used.posts >= $main_share * totals.posts AS main,
    count(*) FILTER (NOT used.third_party) OVER (PARTITION BY used.type, used.value) AS users
FROM used
JOIN totals ON totals.account_id = used.account_id
ORDER BY used.type, used.value, used.account_id
