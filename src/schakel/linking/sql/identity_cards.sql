-- Contact cards that sellers' accounts sent themselves.
SELECT members.seller_id, messages.account_id, messages.message_id, messages.account_name, messages.extra
FROM messages
JOIN members ON members.account_id = messages.account_id
WHERE messages.extra IS NOT NULL AND contains(messages.extra, '"contact_information"')
    AND messages.forwarded_from_id IS NULL AND messages.forwarded_from IS NULL
ORDER BY messages.message_id
