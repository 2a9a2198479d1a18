-- Who belongs to which network of ties: sellers by number, others by account.
SELECT DISTINCT
    c.community_id,
    m.seller_no,
    CASE WHEN m.seller_no IS NULL THEN c.account_id END AS account_id
FROM communities c
LEFT JOIN members m ON m.member_kind = 'account' AND m.member_id = c.account_id
ORDER BY c.community_id, m.seller_no NULLS LAST, account_id
