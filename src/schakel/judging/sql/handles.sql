-- Whose a username is that nobody in these data gives as its own: of the one seller whose name has the same letters, and of
-- the one seller who answers messages that open with it. Nobody's where these differ.
WITH owned AS (
    SELECT regexp_replace(lower(regexp_replace(member_id, '^(username:|telegram-link:t\.me/)', '')), '[^a-z0-9]', '', 'g') AS handle
    FROM members
    WHERE member_kind = 'selector' AND (starts_with(member_id, 'username:') OR starts_with(member_id, 'telegram-link:t.me/'))
), letters AS (
    SELECT regexp_replace(lower(strip_accents(a.name)), '[^a-z0-9]', '', 'g') AS handle, m.seller_no
    FROM (SELECT DISTINCT account_id, name FROM accounts WHERE name IS NOT NULL) a
    LEFT JOIN members m ON m.member_kind = 'account' AND m.member_id = a.account_id
), called AS (
    SELECT handle, any_value(seller_no) AS seller_no
    FROM letters
    WHERE length(handle) >= $handle_letters::INTEGER
    GROUP BY handle
    HAVING count(*) FILTER (seller_no IS NULL) = 0 AND count(DISTINCT seller_no) = 1
), answering AS (
    SELECT q.handle, m.seller_no
    FROM asking q
    JOIN messages b ON b.chat_id = q.chat_id AND b.reply_to = q.tg_id AND b.reply_to_chat IS NULL
    JOIN members m ON m.member_kind = 'account' AND m.member_id = b.account_id
    WHERE q.handle IS NOT NULL AND b.account_id IS DISTINCT FROM q.account_id
)
SELECT handle, any_value(seller_no) AS seller_no
FROM (SELECT * FROM called UNION SELECT * FROM answering)
WHERE handle NOT IN (SELECT handle FROM owned)
GROUP BY handle
HAVING count(DISTINCT seller_no) = 1
ORDER BY handle
