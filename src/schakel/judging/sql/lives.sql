-- When each seller was seen, in how many chats, under how many names, and what Telegram says of its accounts.
WITH ranked AS ( -- Telegram numbers users in the order in which they come
    SELECT account_id, round(percent_rank() OVER (ORDER BY account_tg_id), 4) AS rank
    FROM (SELECT DISTINCT account_id, account_tg_id FROM accounts WHERE kind = 'user' AND account_tg_id IS NOT NULL)
    QUALIFY count(*) OVER () >= $account_others
), names AS (
    SELECT
        m.seller_no,
        a.account_id,
        count(DISTINCT a.name) AS names,
        bool_or(list_contains(coalesce(a.flags, []), 'deleted')) AS deleted,
        bool_or(list_has_any(coalesce(a.flags, []), ['scam', 'fake'])) AS marked,
        min(r.rank) AS rank,
        bool_or(list_contains(coalesce(a.flags, []), 'keeper')) AS keeper
    FROM accounts a
    LEFT JOIN ranked r ON r.account_id = a.account_id
    JOIN members m ON m.member_kind = 'account' AND m.member_id = a.account_id
    GROUP BY m.seller_no, a.account_id
), accounts_of AS (
    SELECT
        seller_no,
        count(*) AS accounts,
        max(names) AS names,
        bool_or(deleted) AS deleted,
        bool_or(marked) AS marked,
        min(rank) AS rank,
        bool_or(keeper) AS keeper
    FROM names
    GROUP BY seller_no
), seen AS (
    SELECT
        m.seller_no,
        count(*) AS messages,
        count(DISTINCT g.chat_id) AS chats,
        count(DISTINCT epoch(g.sent_at)::BIGINT // 86400) AS days_seen,
        min(g.message_id, $most::INTEGER) FILTER (g.kind IS DISTINCT FROM 'service') AS posts,
        min(g.sent_at) AS first_seen,
        max(g.sent_at) AS last_seen
    FROM messages g
    JOIN members m ON m.member_kind = 'account' AND m.member_id = g.account_id
    GROUP BY m.seller_no
), data AS (
    SELECT min(sent_at) AS first_at, max(sent_at) AS last_at FROM messages
)
SELECT
    k.seller_no,
    coalesce(s.messages, 0)::BIGINT AS messages,
    coalesce(s.chats, 0)::BIGINT AS chats,
    coalesce(s.days_seen, 0)::BIGINT AS days_seen,
    epoch(s.first_seen)::BIGINT AS first_seen,
    epoch(s.last_seen)::BIGINT AS last_seen,
    epoch(d.first_at)::BIGINT AS data_first,
    epoch(d.last_at)::BIGINT AS data_last,
    coalesce(a.accounts, 0)::BIGINT AS accounts,
    coalesce(a.names, 0)::BIGINT AS names,
    coalesce(a.deleted, FALSE) AS deleted,
    coalesce(a.marked, FALSE) AS marked,
    a.rank AS newest,
    coalesce(a.keeper, FALSE) AS keeper,
    epoch(w.first_warned)::BIGINT AS first_warned,
    w.warnings,
    x.sample,
    s.posts
FROM subjects k
CROSS JOIN data d
LEFT JOIN accounts_of a USING (seller_no)
LEFT JOIN seen s USING (seller_no)
LEFT JOIN (
    SELECT seller_no, list_sort(list(text_no))[1:$most::INTEGER] AS sample
    FROM seller_texts
    GROUP BY seller_no
) x USING (seller_no)
LEFT JOIN (
    SELECT seller_no, min(sent_at) AS first_warned, min(message_id, $most::INTEGER) AS warnings
    FROM witnesses
    WHERE act = 'warning'
    GROUP BY seller_no
) w USING (seller_no)
ORDER BY k.seller_no
