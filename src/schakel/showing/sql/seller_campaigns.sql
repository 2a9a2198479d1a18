-- The texts that the accounts of one seller (or, asked about none, of each) post, most copied first.
SELECT
    sellers.seller_id, templates.campaign_id, templates.template, templates.copies, templates.accounts, templates.chats,
    templates.first_seen, templates.last_seen, templates.first_account_id,
    count(*) AS own_copies, min(campaigns.message_id) AS example
FROM campaigns
JOIN sellers ON sellers.member_id = campaigns.account_id AND sellers.member_kind = 'account'
JOIN templates ON templates.campaign_id = campaigns.campaign_id
WHERE $seller IS NULL OR sellers.seller_id = $seller
GROUP BY
    sellers.seller_id, templates.campaign_id, templates.template, templates.copies, templates.accounts, templates.chats,
    templates.first_seen, templates.last_seen, templates.first_account_id
QUALIFY row_number() OVER (PARTITION BY sellers.seller_id ORDER BY own_copies DESC, templates.campaign_id) <= 5
ORDER BY sellers.seller_id, own_copies DESC, templates.campaign_id
