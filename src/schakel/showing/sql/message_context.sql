-- The messages around one message in its chat, oldest first.
SELECT message_id, tg_id, account_id, account_name, sent_at, text, reply_to
FROM messages
WHERE chat_id = $chat AND tg_id BETWEEN $first AND $last
ORDER BY tg_id, message_id
