-- How often, by how many accounts and in how many chats each campaign was posted, and by whom first.
WITH posted AS (
    SELECT
        text_id,
        account_id,
        count(*) AS copies,
        min(sent_at) AS first_seen,
        max(sent_at) AS last_seen,
        list(DISTINCT chat_id) AS chats,
        min((sent_at, message_id)) AS first_post
    FROM offers
    WHERE act = 'offer'
    GROUP BY text_id, account_id
),
grown AS (
    SELECT grouped.campaign_id, posted.* FROM posted JOIN grouped ON grouped.text_id = posted.text_id
)
SELECT
    campaign_id,
    count(DISTINCT text_id) AS texts,
    sum(copies)::BIGINT AS copies,
    count(DISTINCT account_id) AS accounts,
    len(list_distinct(flatten(list(chats))))::BIGINT AS chats,
    min(first_seen) AS first_seen,
    max(last_seen) AS last_seen,
    arg_min(account_id, first_post) AS first_account_id
FROM grown
GROUP BY campaign_id
ORDER BY campaign_id
