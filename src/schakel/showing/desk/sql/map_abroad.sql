-- Places outside the Netherlands that offers name.
SELECT place."name" AS name, count(DISTINCT message_id) AS ads, count(DISTINCT account_id) AS accounts
FROM (SELECT message_id, account_id, unnest(places) AS place FROM offers WHERE act = 'offer')
WHERE place.province IS NULL AND place."name" IS NOT NULL
GROUP BY place."name"
ORDER BY ads DESC, name
LIMIT 60
