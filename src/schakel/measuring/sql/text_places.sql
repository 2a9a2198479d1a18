-- The provinces that each offered text names, once per text.
SELECT DISTINCT text_id, unnest(list_distinct(list_transform(places, lambda x: x.province))) AS province
FROM (SELECT text_id, any_value(places) AS places FROM offers WHERE act = 'offer' AND len(places) > 0 GROUP BY text_id)
ORDER BY text_id, province
