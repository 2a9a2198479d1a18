-- Every offer of a selling account. What is known of accounts and texts is added to it as columns: so much text joined
-- and sorted here takes three times as long.
SELECT o.message_id, o.text_id, m.account_no, o.chat_id, o.sent_at
FROM offers o
JOIN members m ON m.account_id = o.account_id
WHERE o.act = 'offer' AND o.sent_at IS NOT NULL
ORDER BY o.sent_at, o.message_id
