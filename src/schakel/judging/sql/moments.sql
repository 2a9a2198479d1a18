-- Every minute in which a seller posted, and how many messages.
SELECT
    m.seller_no,
    (epoch(g.sent_at) // 60)::BIGINT AS minute,
    count(*) AS messages
FROM messages g
JOIN members m ON m.member_kind = 'account' AND m.member_id = g.account_id
WHERE g.sent_at IS NOT NULL AND g.kind IS DISTINCT FROM 'service'
GROUP BY m.seller_no, minute
ORDER BY m.seller_no, minute
