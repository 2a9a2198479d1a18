-- Every message of the accounts of one seller, chat by chat, oldest number first.
SELECT
    messages.message_id, messages.chat_id, messages.chat_tg_id, messages.chat_title, messages.chat_kind, messages.tg_id,
    messages.kind, messages.account_id, messages.account_tg_id, messages.account_name, messages.sent_at,
    messages.sent_as_written, messages.edited_at, messages.text, messages.reply_to, messages.forwarded_from,
    messages.forwarded_from_id, messages.media_kind, messages.media_sha256, messages.media_status, messages.views,
    messages.source_id, messages.place_in_source
FROM messages
JOIN sellers ON sellers.member_id = messages.account_id AND sellers.member_kind = 'account'
WHERE sellers.seller_id = $seller
ORDER BY messages.chat_id, messages.tg_id, messages.message_id
