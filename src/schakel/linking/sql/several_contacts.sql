-- Of accounts that share two contacts or more with others: which contacts each own offer gives, when, and who else
-- gives them. Contacts of many accounts (`few`) count only where they are the account's main contact.
WITH given AS (
    SELECT
        own_posts.account_id,
        own_posts.text_id,
        concat(text_contacts.type, ':', text_contacts.value) AS contact,
        own_posts.posts,
        own_posts.first_seen,
        own_posts.last_seen
    FROM own_posts
    JOIN text_contacts ON text_contacts.text_id = own_posts.text_id
    WHERE NOT text_contacts.third_party
),
totals AS (SELECT account_id, sum(posts) AS posts FROM own_posts GROUP BY account_id),
used AS (
    SELECT account_id, contact, sum(posts) AS posts, min(first_seen) AS first_seen, max(last_seen) AS last_seen
    FROM given
    GROUP BY account_id, contact
),
held AS (
    SELECT contact, count(*) AS users, list(account_id ORDER BY account_id)[1:$most] AS holders
    FROM used
    GROUP BY contact
),
counted AS (
    SELECT used.*, held.users, held.holders
    FROM used
    JOIN held ON held.contact = used.contact
    JOIN totals ON totals.account_id = used.account_id
    WHERE held.users <= $few OR (held.users <= $most AND used.posts >= $main_share * totals.posts)
),
several AS (
    SELECT account_id
    FROM counted
    GROUP BY account_id
    HAVING count(*) FILTER (users > 1) > 1
)
SELECT
    counted.account_id,
    given.text_id,
    counted.contact,
    counted.first_seen,
    counted.last_seen,
    counted.holders
FROM counted
SEMI JOIN several USING (account_id)
JOIN given ON given.account_id = counted.account_id AND given.contact = counted.contact
ORDER BY counted.account_id, given.text_id, counted.contact
