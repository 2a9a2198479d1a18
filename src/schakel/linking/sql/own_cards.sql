-- Contact cards that accounts sent themselves.
SELECT account_id, message_id, account_name, extra
FROM messages
WHERE extra IS NOT NULL AND contains(extra, '"contact_information"') AND account_id IS NOT NULL
    AND forwarded_from_id IS NULL AND forwarded_from IS NULL
ORDER BY message_id
