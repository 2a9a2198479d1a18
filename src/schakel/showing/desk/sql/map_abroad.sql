-- Places outside the Netherlands that offers name, in the months from $since to $until (both empty: always).
SELECT place."name" AS name, place.geonames AS geonames, count(DISTINCT message_id) AS ads, count(DISTINCT account_id) AS accounts
FROM (SELECT message_id, account_id, unnest(places) AS place FROM offers WHERE act = 'offer' AND ($since = '' AND $until = '' OR strftime(sent_at, '%Y-%m') BETWEEN $since AND $until))
WHERE place.province IS NULL AND place."name" IS NOT NULL
GROUP BY place."name", place.geonames
ORDER BY ads DESC, name, geonames
LIMIT 400
