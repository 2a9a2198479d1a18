-- Whom messages point at, and whom they call by the display name, in the order of the messages.
SELECT message_id, account_id, kind, target_account_id, target, sent_at FROM pointed_at
UNION ALL
SELECT message_id, account_id, kind, target_account_id, target, sent_at FROM by_name
ORDER BY message_id, kind, target NULLS LAST, target_account_id NULLS LAST
