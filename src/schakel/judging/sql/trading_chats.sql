-- The chats in which people trade: so many of the messages do something in a market by themselves, or are written by sellers; and those
-- in which its people talk among themselves, as crews do: half of the messages are by two or more, neither programs nor keepers, who write in such a chat too.
WITH wrote AS (
    SELECT chat_id, account_id, sum(messages)::BIGINT AS messages
    FROM writers
    GROUP BY chat_id, account_id
), acts AS (
    SELECT chat_id, account_id, count(DISTINCT message_id) AS acts
    FROM offers
    GROUP BY chat_id, account_id
), of_sellers AS (
    SELECT member_id AS account_id FROM members WHERE member_kind = 'account'
), markets AS (
    SELECT w.chat_id
    FROM wrote w
    LEFT JOIN acts a ON a.chat_id = w.chat_id AND a.account_id IS NOT DISTINCT FROM w.account_id
    LEFT JOIN of_sellers s ON s.account_id = w.account_id
    GROUP BY w.chat_id
    HAVING sum(if(s.account_id IS NULL, coalesce(a.acts, 0), w.messages)) >= $trade_share * sum(w.messages)
), people AS (
    SELECT DISTINCT w.account_id
    FROM wrote w
    SEMI JOIN markets m ON m.chat_id = w.chat_id
    WHERE w.account_id NOT IN (
        SELECT account_id FROM accounts WHERE list_contains(coalesce(flags, []), 'bot') OR list_contains(coalesce(flags, []), 'keeper')
    )
), crews AS (
    SELECT w.chat_id
    FROM wrote w
    LEFT JOIN people p ON p.account_id = w.account_id
    GROUP BY w.chat_id
    HAVING count(p.account_id) >= 2
        AND coalesce(sum(w.messages) FILTER (p.account_id IS NOT NULL), 0) >= $crew_share * sum(w.messages)
)
SELECT chat_id FROM markets
UNION
SELECT chat_id FROM crews
ORDER BY chat_id
