-- Every offer message with the campaign its text belongs to. `grouped` has one row a text.
SELECT grouped.campaign_id, offers.message_id, offers.text_id, offers.account_id, offers.sent_at
FROM offers
JOIN grouped ON grouped.text_id = offers.text_id
WHERE offers.act = 'offer'
ORDER BY offers.message_id
