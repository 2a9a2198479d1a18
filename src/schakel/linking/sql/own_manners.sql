-- How each account advertises: of its own offers how many name each way of payment, and how many come with a photo or file. `forwarded` holds the messages that somebody else wrote first.
WITH own AS (
    SELECT offers.account_id, offers.payment, messages.media_kind IS NOT NULL AS shown
    FROM offers
    ANTI JOIN forwarded USING (message_id)
    JOIN messages ON messages.message_id = offers.message_id
    WHERE offers.act = 'offer' AND offers.account_id IS NOT NULL
),
told AS (
    SELECT account_id, 'payment' AS manner, unnest(payment) AS value FROM own
    UNION ALL
    SELECT account_id, 'photos', CASE WHEN shown THEN 'with' ELSE 'without' END FROM own
)
SELECT account_id, manner, value, count(*) AS posts
FROM told
WHERE value IS NOT NULL
GROUP BY account_id, manner, value
ORDER BY account_id, manner, value
