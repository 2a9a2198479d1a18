-- What the evidence says of pairs of accounts that posted one campaign, the strongest first.
WITH posters AS (SELECT DISTINCT account_id FROM campaigns WHERE campaign_id = $campaign AND account_id IS NOT NULL)
SELECT left_id, right_id, log10_lr, reasons
FROM links
SEMI JOIN posters AS one ON one.account_id = links.left_id
SEMI JOIN posters AS other ON other.account_id = links.right_id
WHERE kind = 'same-seller'
ORDER BY log10_lr DESC, left_id, right_id
LIMIT 20
