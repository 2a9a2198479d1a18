-- The evidence that holds one seller's accounts together.
SELECT links.left_id, links.right_id, links.kind, links.log10_lr, links.reasons
FROM links
WHERE links.kind = 'same-seller'
    AND (
        left_id IN (SELECT member_id FROM sellers WHERE seller_id = $seller)
        OR right_id IN (SELECT member_id FROM sellers WHERE seller_id = $seller)
    )
ORDER BY links.log10_lr DESC, links.left_id, links.right_id
LIMIT 40
