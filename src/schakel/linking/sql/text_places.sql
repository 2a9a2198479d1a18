-- Where in each of the given texts a place is named, in characters.
WITH one AS (
    SELECT offers.text_id, arg_min(offers.places, offers.message_id) AS places
    FROM offers
    JOIN wanted ON wanted.text_id = offers.text_id
    WHERE offers.act = 'offer'
    GROUP BY offers.text_id
),
each AS (SELECT text_id, unnest(places) AS place FROM one)
SELECT text_id, place."start" AS "start", place."end" AS "end"
FROM each
ORDER BY text_id, "start", "end"
