-- Which places each text names.
SELECT number, list_sort(list(DISTINCT place)) AS places
FROM (
    SELECT carriers.number, unnest(offers.places).name AS place
    FROM offers
    JOIN carriers ON carriers.message_id = offers.message_id
)
WHERE place IS NOT NULL
GROUP BY number
ORDER BY number
