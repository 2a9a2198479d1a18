-- Every minute in which a seller posted, how many messages, and whether an ad was among them.
SELECT
    m.seller_no,
    (epoch(g.sent_at) // 60)::BIGINT AS minute,
    sum(g.said)::BIGINT AS messages,
    bool_or(g.said = 0) AS ad
FROM (
    SELECT account_id, sent_at, 1 AS said FROM messages WHERE kind IS DISTINCT FROM 'service'
    UNION ALL
    SELECT account_id, sent_at, 0 AS said FROM offers WHERE act = 'offer'
) g
JOIN members m ON m.member_kind = 'account' AND m.member_id = g.account_id
WHERE g.sent_at IS NOT NULL
GROUP BY m.seller_no, minute
ORDER BY m.seller_no, minute
