-- Per kind of goods: offers, sellers, those in trade quantities, and the ghosts expected among the sellers.
WITH named AS (
    SELECT DISTINCT items.message_id, items.commodity, max(items.scale = 'bulk') OVER (PARTITION BY items.message_id, items.commodity) AS bulk
    FROM items
    WHERE items.commodity IS NOT NULL
), ghosts AS (
    SELECT subject_id, max(value) AS value, max(low) AS low, max(high) AS high
    FROM findings
    WHERE kind = 'ghost' AND subject_kind = 'seller'
    GROUP BY subject_id
), per_seller AS (
    SELECT named.commodity, sellers.seller_id, count(*) AS ads, bool_or(named.bulk) AS bulk
    FROM named
    JOIN offers ON offers.message_id = named.message_id AND offers.act = 'offer'
    LEFT JOIN sellers ON sellers.member_kind = 'account' AND sellers.member_id = offers.account_id
    GROUP BY named.commodity, sellers.seller_id
)
SELECT
    per_seller.commodity,
    sum(per_seller.ads)::BIGINT AS ads,
    count(per_seller.seller_id) AS sellers,
    count(per_seller.seller_id) FILTER (WHERE per_seller.bulk) AS bulk_sellers,
    avg(ghosts.value) AS ghost,
    avg(ghosts.low) AS ghost_low,
    avg(ghosts.high) AS ghost_high
FROM per_seller
LEFT JOIN ghosts ON ghosts.subject_id = per_seller.seller_id
GROUP BY per_seller.commodity
ORDER BY ads DESC, per_seller.commodity
