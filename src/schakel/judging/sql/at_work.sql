-- Every account that wrote in a chat where people trade: its seller, if it has one, and how many of its messages there have a text, and
-- do what.
WITH wrote AS (
    SELECT account_id, sum(messages)::BIGINT AS messages
    FROM writers
    WHERE account_id IS NOT NULL AND chat_id IN (SELECT chat_id FROM trading_chats)
    GROUP BY account_id
), acts AS (
    SELECT
        account_id,
        count(*) FILTER (act = 'offer') AS offers,
        count(*) FILTER (act = 'request') AS requests,
        count(*) FILTER (act = 'vouch') AS vouches,
        count(*) FILTER (act = 'warning') AS warnings,
        count(*) FILTER (act = 'recruit') AS recruits
    FROM offers
    WHERE chat_id IN (SELECT chat_id FROM trading_chats)
    GROUP BY account_id
)
SELECT
    w.account_id,
    m.seller_no,
    w.messages,
    coalesce(a.offers, 0)::BIGINT AS offers,
    coalesce(a.requests, 0)::BIGINT AS requests,
    coalesce(a.vouches, 0)::BIGINT AS vouches,
    coalesce(a.warnings, 0)::BIGINT AS warnings,
    coalesce(a.recruits, 0)::BIGINT AS recruits
FROM wrote w
LEFT JOIN members m ON m.member_kind = 'account' AND m.member_id = w.account_id
LEFT JOIN acts a ON a.account_id = w.account_id
ORDER BY w.account_id
