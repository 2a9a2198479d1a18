-- One campaign, and the seller of the account that posted it first.
SELECT templates.*, sellers.seller_id AS first_seller_id
FROM templates
LEFT JOIN sellers ON sellers.member_id = templates.first_account_id AND sellers.member_kind = 'account'
WHERE templates.campaign_id = $campaign
ORDER BY ALL
