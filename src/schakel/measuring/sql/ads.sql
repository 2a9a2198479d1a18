-- Every offer of a selling account, with its seller and campaign (that of its text). Places are kept once per text.
SELECT
    o.message_id,
    o.text_id,
    o.account_id,
    m.account_no,
    m.seller_no,
    m.seller_id,
    m.ghost,
    o.chat_id,
    c.campaign_id,
    o.sent_at
FROM offers o
JOIN members m ON m.account_id = o.account_id
LEFT JOIN (SELECT text_id, any_value(campaign_id) AS campaign_id FROM campaigns GROUP BY text_id) c
    ON c.text_id = o.text_id
WHERE o.act = 'offer' AND o.sent_at IS NOT NULL
ORDER BY o.sent_at, o.message_id
