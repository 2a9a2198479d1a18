-- How often, by how many accounts and in how many chats each campaign was posted, and by whom first.
WITH posted AS (
    SELECT
        text_id,
        account_id,
        chat_id,
        count(*) AS copies,
        min(sent_at) AS first_seen,
        max(sent_at) AS last_seen
    FROM offers
    WHERE act = 'offer'
    GROUP BY text_id, account_id, chat_id
)
SELECT
    grouped.campaign_id,
    count(DISTINCT posted.text_id) AS texts,
    sum(posted.copies)::BIGINT AS copies,
    count(DISTINCT posted.account_id) AS accounts,
    count(DISTINCT posted.chat_id) AS chats,
    min(posted.first_seen) AS first_seen,
    max(posted.last_seen) AS last_seen,
    arg_min(posted.account_id, (posted.first_seen, posted.account_id)) AS first_account_id
FROM posted
JOIN grouped ON grouped.text_id = posted.text_id
GROUP BY grouped.campaign_id
ORDER BY grouped.campaign_id
