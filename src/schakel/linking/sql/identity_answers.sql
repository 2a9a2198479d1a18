-- Accounts that answer for each other: somebody replies to a seller's account, and another seller's account answers.
-- At least twice and to two askers, since in a lively chat anybody may answer once.
WITH replies AS (
    SELECT message_id, chat_id, tg_id, account_id, reply_to
    FROM messages
    WHERE reply_to IS NOT NULL AND reply_to_chat IS NULL AND account_id IS NOT NULL
),
answers AS (SELECT replies.* FROM replies SEMI JOIN members USING (account_id)),
asked AS (
    SELECT answers.message_id, answers.account_id, answers.chat_id, replies.account_id AS asker, replies.reply_to
    FROM answers
    JOIN replies ON replies.chat_id = answers.chat_id AND replies.tg_id = answers.reply_to
    ANTI JOIN members ON members.account_id = replies.account_id
),
named AS (
    SELECT DISTINCT asked.message_id, asked.account_id, asked.asker, messages.account_id AS target
    FROM asked
    JOIN (SELECT chat_id, tg_id, account_id FROM messages SEMI JOIN members USING (account_id)) AS messages
        ON messages.chat_id = asked.chat_id AND messages.tg_id = asked.reply_to
    WHERE messages.account_id <> asked.account_id
)
SELECT
    members.seller_id,
    named.target AS account_id,
    named.account_id AS other,
    count(DISTINCT named.message_id) AS times,
    min(named.message_id, 5) AS messages,
    min(named.message_id) AS message_id
FROM named
JOIN members ON members.account_id = named.target
GROUP BY members.seller_id, named.target, named.account_id
HAVING count(DISTINCT named.message_id) >= 2 AND count(DISTINCT named.asker) >= 2
ORDER BY members.seller_id, named.target, named.account_id
