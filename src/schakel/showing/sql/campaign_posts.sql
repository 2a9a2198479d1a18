-- Every post of one campaign (or, asked about none, of each) in order: when, where, by which account of which seller, and
-- from whom it was forwarded.
WITH posted AS (
    SELECT campaign_id, message_id, account_id, text_id, sent_at
    FROM campaigns
    WHERE $campaign IS NULL OR campaign_id = $campaign
)
SELECT
    posted.*,
    messages.chat_id,
    messages.forwarded_from_id,
    messages.forwarded_from IS NOT NULL OR messages.forwarded_from_id IS NOT NULL AS forwarded,
    sellers.seller_id
FROM posted
JOIN (
    SELECT message_id, chat_id, forwarded_from, forwarded_from_id FROM messages SEMI JOIN posted USING (message_id)
) AS messages ON messages.message_id = posted.message_id
LEFT JOIN sellers ON sellers.member_id = posted.account_id AND sellers.member_kind = 'account'
ORDER BY posted.campaign_id, posted.sent_at, posted.message_id
