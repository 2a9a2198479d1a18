-- Ties between two accounts that the export reaches both, with the months in which they were seen.
WITH months AS (
    SELECT kind, left_id, right_id, min("month") AS first_month, max("month") AS last_month, sum(messages)::BIGINT AS messages
    FROM network
    GROUP BY kind, left_id, right_id
),
reached AS (SELECT id FROM reach WHERE kind = 'account')
SELECT
    links.left_id, links.right_id, links.kind, links.log10_lr, links.probability, links.reasons,
    months.first_month, months.last_month, months.messages
FROM links
LEFT JOIN months ON months.kind = links.kind AND months.left_id = links.left_id AND months.right_id = links.right_id
WHERE links.left_id IN (SELECT id FROM reached) AND links.right_id IN (SELECT id FROM reached)
ORDER BY links.kind, links.left_id, links.right_id, links.log10_lr
