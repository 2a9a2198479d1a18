-- How many messages tie each two accounts, whatever the kind and whoever wrote them.
SELECT
    least(left_id, right_id) AS left_id,
    greatest(left_id, right_id) AS right_id,
    sum(try_cast(regexp_extract(reasons[1].detail, '([0-9]+)$', 1) AS BIGINT))::BIGINT AS ties
FROM links
WHERE kind IN ('replies', 'forwards', 'mentions', 'vouches') AND left_id <> right_id
GROUP BY least(left_id, right_id), greatest(left_id, right_id)
ORDER BY left_id, right_id
