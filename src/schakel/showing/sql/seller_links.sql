-- The evidence that holds the accounts of one seller (or, asked about none, of each) together, the strongest first.
WITH members AS (
    SELECT DISTINCT seller_id, member_id
    FROM sellers
    WHERE $seller IS NULL OR seller_id = $seller
),
same AS (
    SELECT left_id, right_id, kind, log10_lr, reasons
    FROM links
    WHERE kind = 'same-seller'
)
SELECT *
FROM (
    SELECT members.seller_id, same.*
    FROM same
    JOIN members ON members.member_id = same.left_id
    UNION ALL
    SELECT members.seller_id, same.*
    FROM same
    JOIN members ON members.member_id = same.right_id
    LEFT JOIN members AS both_ends ON both_ends.member_id = same.left_id AND both_ends.seller_id = members.seller_id
    WHERE both_ends.member_id IS NULL
)
QUALIFY row_number() OVER (PARTITION BY seller_id ORDER BY log10_lr DESC, left_id, right_id) <= 40
ORDER BY seller_id, log10_lr DESC, left_id, right_id
