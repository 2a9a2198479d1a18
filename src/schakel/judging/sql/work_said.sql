-- What reads as somebody's work, by account and function, in chats where people trade: different lines, messages that are such a line, and
-- the odds of the lines together and of the best three. A line that reads as an offer where it stands counts too: "nog 3 adressen" does.
SELECT
    account_id,
    role,
    count(*) AS lines,
    sum(copies)::BIGINT AS messages,
    sum(odds)::DOUBLE AS odds,
    list_sum(max(odds, 3))::DOUBLE AS best,
    min(message_id, $most::INTEGER) AS work_messages
FROM (
    SELECT t.account_id, t.role, t.text_id, max(t.odds)::DECIMAL(9, 2) AS odds, count(*) AS copies, min(t.message_id) AS message_id
    FROM work_talk t
    WHERE t.chat_id IN (SELECT chat_id FROM trading_chats)
    GROUP BY t.account_id, t.role, t.text_id
)
GROUP BY account_id, role
ORDER BY account_id, role
