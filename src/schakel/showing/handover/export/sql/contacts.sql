-- Which account names which contact, in how many messages, between when and when, and in what kind of messages.
SELECT
    selectors.account_id, selectors.type, selectors.value,
    count(DISTINCT selectors.message_id) AS messages,
    min(offers.sent_at) AS first_seen, max(offers.sent_at) AS last_seen,
    list_sort(list_distinct(list(selectors.act) FILTER (WHERE selectors.act IS NOT NULL))) AS acts
FROM selectors
LEFT JOIN offers USING (message_id)
WHERE selectors.account_id IS NOT NULL
    AND ($whole OR selectors.account_id IN (SELECT account_id FROM scope_accounts) OR selectors.message_id IN (SELECT message_id FROM scope_posts))
GROUP BY selectors.account_id, selectors.type, selectors.value
ORDER BY selectors.account_id, selectors.type, selectors.value
