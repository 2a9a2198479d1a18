-- Accounts that stand between communities: with ties into at least two others, the widest reach first.
WITH members AS (SELECT member_id AS account_id, min(seller_id) AS seller_id FROM sellers
    WHERE member_kind = 'account' GROUP BY member_id)
SELECT
    communities.account_id,
    members.seller_id,
    communities.community_id,
    communities.reached,
    communities.ties,
    communities.outside
FROM communities
LEFT JOIN members ON members.account_id = communities.account_id
WHERE communities.reached >= 2
ORDER BY communities.reached DESC, communities.outside DESC, communities.account_id
LIMIT $most
