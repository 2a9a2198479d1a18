-- The seller that an account belongs to.
SELECT seller_id
FROM sellers
WHERE member_kind = 'account' AND member_id = $account
ORDER BY seller_id
