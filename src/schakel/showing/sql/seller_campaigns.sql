-- The texts that one seller's accounts post, most copied first.
SELECT
    templates.campaign_id, templates.template, templates.copies, templates.accounts, templates.chats,
    templates.first_seen, templates.last_seen, templates.first_account_id,
    count(*) AS own_copies, min(campaigns.message_id) AS example
FROM campaigns
JOIN sellers ON sellers.member_id = campaigns.account_id AND sellers.member_kind = 'account'
JOIN templates ON templates.campaign_id = campaigns.campaign_id
WHERE sellers.seller_id = $seller
GROUP BY ALL
ORDER BY own_copies DESC, templates.campaign_id
LIMIT 5
