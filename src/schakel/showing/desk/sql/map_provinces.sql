-- In the months from $since to $until (both empty: always), per province: offers that name it as a place of delivery, sellers that do, and sellers at home there.
WITH named AS (
    SELECT DISTINCT offers.message_id, offers.account_id, unnest(offers.places).province AS province
    FROM offers
    WHERE offers.act = 'offer' AND ($since = '' AND $until = '' OR strftime(offers.sent_at, '%Y-%m') BETWEEN $since AND $until)
), delivered AS (
    SELECT named.province, count(DISTINCT named.message_id) AS ads, count(DISTINCT sellers.seller_id) AS sellers
    FROM named
    LEFT JOIN sellers ON sellers.member_kind = 'account' AND sellers.member_id = named.account_id
    WHERE named.province IS NOT NULL
    GROUP BY named.province
), homes AS (
    SELECT trim(split_part(label, ',', -1)) AS province, count(*) AS home
    FROM findings
    WHERE kind = 'home-area' AND label IS NOT NULL
    GROUP BY province
)
SELECT coalesce(delivered.province, homes.province) AS province, coalesce(ads, 0) AS ads, coalesce(sellers, 0) AS sellers, coalesce(home, 0) AS home
FROM delivered
FULL JOIN homes ON homes.province = delivered.province
ORDER BY ads DESC, province
