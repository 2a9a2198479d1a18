-- In the months from $since to $until (both empty: always): per municipality or region: offers that name it, the sellers that do, and those at home there.
WITH named AS (
    SELECT DISTINCT offers.message_id, offers.account_id, place.province, coalesce(place.municipality, '') AS municipality, place."name" AS place
    FROM (SELECT message_id, account_id, unnest(places) AS place FROM offers WHERE act = 'offer' AND ($since = '' AND $until = '' OR strftime(sent_at, '%Y-%m') BETWEEN $since AND $until)) AS offers
), of_sellers AS (
    SELECT named.*, sellers.seller_id
    FROM named
    LEFT JOIN sellers ON sellers.member_kind = 'account' AND sellers.member_id = named.account_id
), homes AS (
    SELECT subject_id AS seller_id, trim(split_part(label, ',', 1)) AS municipality, trim(split_part(label, ',', -1)) AS province, value
    FROM findings
    WHERE kind = 'home-area' AND label IS NOT NULL
), delivered AS (
    SELECT
        coalesce(of_sellers.province, '') AS province, of_sellers.municipality,
        count(DISTINCT of_sellers.message_id) AS ads,
        count(DISTINCT of_sellers.seller_id) AS sellers,
        count(DISTINCT of_sellers.seller_id) FILTER (WHERE homes.seller_id IS NOT NULL AND homes.municipality <> of_sellers.municipality) AS from_elsewhere
    FROM of_sellers
    LEFT JOIN homes ON homes.seller_id = of_sellers.seller_id
    GROUP BY coalesce(of_sellers.province, ''), of_sellers.municipality
), at_home AS (
    SELECT province, municipality, count(*) AS home FROM homes GROUP BY province, municipality
)
SELECT
    coalesce(delivered.province, at_home.province) AS province,
    coalesce(delivered.municipality, at_home.municipality) AS municipality,
    coalesce(ads, 0) AS ads, coalesce(sellers, 0) AS sellers, coalesce(from_elsewhere, 0) AS from_elsewhere, coalesce(home, 0) AS home
FROM delivered
FULL JOIN at_home ON at_home.province = delivered.province AND at_home.municipality = delivered.municipality
ORDER BY ads DESC, home DESC, province, municipality
