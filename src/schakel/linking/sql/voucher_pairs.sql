-- Pairs of sellers' accounts for which the same few accounts vouch. Who vouches for many says nothing of any two.
WITH vouches AS (
    SELECT message_id, account_id FROM offers WHERE act = 'vouch' AND account_id IS NOT NULL
),
praised AS (
    SELECT vouches.message_id, vouches.account_id AS voucher, mentions.target_account_id AS account_id
    FROM vouches
    JOIN mentions ON mentions.message_id = vouches.message_id
    WHERE mentions.kind IN ('reply', 'mention') AND mentions.target_account_id IS NOT NULL
    UNION
    SELECT vouches.message_id, vouches.account_id, contacts.account_id
    FROM vouches
    JOIN named_selectors ON named_selectors.message_id = vouches.message_id
    JOIN contacts ON contacts.type = named_selectors.type AND contacts.value = named_selectors.value
    WHERE contacts.main AND NOT contacts.third_party AND contacts.users = 1
),
given AS (
    SELECT voucher, account_id, min(message_id) AS message_id
    FROM praised
    SEMI JOIN (SELECT DISTINCT account_id FROM own_posts) AS sellers USING (account_id)
    WHERE voucher <> account_id
    GROUP BY voucher, account_id
),
few AS (SELECT *, count(*) OVER (PARTITION BY voucher) AS praises FROM given)
SELECT
    l.account_id AS left_id,
    r.account_id AS right_id,
    'accounts: ' || count(*) AS detail,
    count(*) AS users,
    list_sort(list_concat(list(l.message_id), list(r.message_id)))[1:4] AS messages
FROM few AS l
JOIN few AS r ON r.voucher = l.voucher AND r.account_id > l.account_id
WHERE l.praises BETWEEN 2 AND $most
GROUP BY l.account_id, r.account_id
HAVING count(*) >= 2
ORDER BY left_id, right_id
