-- What each proposed seller that the export reaches is made of.
SELECT seller_id, member_kind, member_id
FROM sellers
WHERE seller_id IN (SELECT id FROM reach WHERE kind = 'seller')
ORDER BY seller_id, member_kind, member_id
