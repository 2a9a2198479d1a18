-- The texts of the messages in doubt, where they stand, and when.
SELECT w.row, m.chat_id, m.text, m.sent_at, m.account_id
FROM waiting w
JOIN messages m USING (message_id)
WHERE m.text IS NOT NULL
ORDER BY w.row
