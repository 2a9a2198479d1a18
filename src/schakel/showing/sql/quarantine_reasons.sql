-- What could not be read, counted by stage and reason.
SELECT stage, reason, count(*) AS rows, min(source_name) AS example_source, min(place_in_source) AS example_place
FROM quarantine
GROUP BY stage, reason
ORDER BY rows DESC, stage, reason
