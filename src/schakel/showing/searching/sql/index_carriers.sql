-- Every message with a text: the number of its text, when and where, and what it does.
SELECT
    numbered.number,
    messages.message_id,
    unhex(substring(messages.message_id, 3)) AS message,
    coalesce(epoch(messages.sent_at)::BIGINT, -1) AS sent,
    coalesce(12 * (year(messages.sent_at) - 1970) + month(messages.sent_at) - 1, -1) AS month,
    messages.chat_id AS chat,
    coalesce(acts.act, 'none') AS act
FROM messages
JOIN numbered ON numbered.text = messages.text
LEFT JOIN (SELECT message_id, min(act) AS act FROM offers GROUP BY message_id) AS acts
    ON acts.message_id = messages.message_id
WHERE messages.kind = 'message'
ORDER BY numbered.number, sent, messages.message_id
