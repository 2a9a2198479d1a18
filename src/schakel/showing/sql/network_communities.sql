-- The largest communities, how many sellers are in each, and which share of its ties leads out.
WITH members AS (SELECT member_id AS account_id, min(seller_id) AS seller_id FROM sellers
    WHERE member_kind = 'account' GROUP BY member_id)
SELECT
    communities.community_id,
    count(*) AS accounts,
    count(DISTINCT members.seller_id) AS sellers,
    sum(communities.ties)::DOUBLE AS ties,
    round(sum(communities.ties * communities.outside) / sum(communities.ties), 4) AS outside
FROM communities
LEFT JOIN members ON members.account_id = communities.account_id
GROUP BY communities.community_id
ORDER BY accounts DESC, communities.community_id
LIMIT $most
