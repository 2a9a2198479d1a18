-- Who keeps which groups, since when, and how many sellers offer there; who ties several groups together comes first.
WITH kept AS (
    SELECT left_id AS account_id, right_id AS chat_id, min("month") AS since, max("month") AS until,
        sum(messages)::BIGINT AS acts
    FROM network
    WHERE kind = 'keeps'
    GROUP BY left_id, right_id
),
selling AS (
    SELECT offers.chat_id, sellers.seller_id
    FROM offers
    JOIN sellers ON sellers.member_id = offers.account_id AND sellers.member_kind = 'account'
    SEMI JOIN kept ON kept.chat_id = offers.chat_id
    WHERE offers.act = 'offer'
    GROUP BY offers.chat_id, sellers.seller_id
)
SELECT
    kept.account_id,
    count(DISTINCT kept.chat_id) AS groups,
    list_sort(list(DISTINCT kept.chat_id)) AS chats,
    min(kept.since) AS since,
    max(kept.until) AS until,
    count(DISTINCT selling.seller_id) AS sellers
FROM kept
LEFT JOIN selling ON selling.chat_id = kept.chat_id
GROUP BY kept.account_id
ORDER BY groups DESC, sellers DESC, kept.account_id
LIMIT $most
