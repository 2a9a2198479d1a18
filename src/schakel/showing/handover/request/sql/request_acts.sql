-- The offers of the accounts of one seller, in the order in which they were posted.
SELECT
    messages.message_id, messages.chat_id, messages.chat_tg_id, messages.chat_kind, messages.chat_title, messages.tg_id,
    messages.account_id, messages.sent_at, messages.edited_at, messages.text, messages.media_kind, messages.media_sha256,
    messages.extra, messages.source_id, messages.place_in_source, offers.text_id
FROM offers
JOIN sellers ON sellers.member_id = offers.account_id AND sellers.member_kind = 'account'
JOIN messages ON messages.message_id = offers.message_id
WHERE sellers.seller_id = $seller AND offers.act = 'offer'
ORDER BY messages.sent_at NULLS LAST, messages.chat_id, messages.tg_id, messages.message_id
