-- Every name that an account of one seller went by, and when it was seen under it.
SELECT accounts.account_id, accounts.kind, accounts.name, accounts.first_seen, accounts.last_seen, accounts.flags
FROM accounts
JOIN sellers ON sellers.member_id = accounts.account_id AND sellers.member_kind = 'account'
WHERE sellers.seller_id = $seller
ORDER BY accounts.account_id, accounts.first_seen NULLS LAST, accounts.name
