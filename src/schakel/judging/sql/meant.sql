-- Of which seller a message speaks that praises, warns, grumbles, lists, thanks, or asks about one: by answering its message, naming its account or
-- calling it by its display name, or writing one of its selectors. A number is the same in a link to WhatsApp.
WITH heard AS (
    SELECT message_id FROM offers WHERE act IN ('vouch', 'warning')
    UNION
    SELECT message_id FROM remarked
    UNION
    SELECT message_id FROM asked_about
    UNION
    SELECT message_id FROM thanked
), written AS (
    SELECT h.message_id, unnest(regexp_extract_all(lower(m.text), '(?:^|[^\w@])@([a-z]\w{3,31})', 1)) AS username
    FROM heard h
    JOIN messages m USING (message_id)
    WHERE contains(m.text, '@')
), named AS (
    SELECT h.message_id, r.seller_no
    FROM heard h
    JOIN replies r USING (message_id)
    WHERE r.to_id NOT IN (SELECT message_id FROM asked_about) -- an answer is about whom was asked, not about the asker
    UNION
    SELECT h.message_id, m.seller_no
    FROM heard h
    JOIN mentions n USING (message_id)
    JOIN members m ON m.member_kind = 'account' AND m.member_id = n.target_account_id
    WHERE n.kind NOT IN ('forward', 'name')
    UNION
    SELECT h.message_id, any_value(m.seller_no)
    FROM heard h
    JOIN mentions n USING (message_id)
    JOIN members m ON m.member_kind = 'account' AND m.member_id = n.target_account_id
    WHERE n.kind = 'name'
    GROUP BY h.message_id, n.target
    HAVING count(DISTINCT m.seller_no) = 1 -- of accounts with one name all must be one seller
    UNION
    SELECT h.message_id, m.seller_no
    FROM heard h
    JOIN mentions n USING (message_id)
    JOIN members m
      ON m.member_kind = 'selector' AND m.member_id = 'username:' || lower(ltrim(n.target, '@'))
    WHERE n.kind = 'mention'
    UNION
    SELECT h.message_id, m.seller_no
    FROM heard h
    JOIN selectors s USING (message_id)
    JOIN members m ON m.member_kind = 'selector'
      AND m.member_id = CASE WHEN s.type = 'whatsapp' AND starts_with(s.value, '+') THEN 'phone' ELSE s.type END || ':' || s.value
    UNION
    SELECT w.message_id, g.seller_no
    FROM written w
    JOIN given_usernames g USING (username)
    UNION
    SELECT w.message_id, m.seller_no
    FROM written w
    JOIN members m ON m.member_kind = 'selector' AND m.member_id = 'username:' || w.username
    UNION
    SELECT h.message_id, k.seller_no
    FROM heard h
    JOIN selectors s USING (message_id)
    JOIN handles k
      ON k.handle = regexp_replace(regexp_replace(lower(s.value), '^t\.me/', ''), '[^a-z0-9]', '', 'g')
    WHERE s.type IN ('username', 'telegram-link')
    UNION
    SELECT h.message_id, m.seller_no
    FROM heard h
    JOIN selectors s USING (message_id)
    JOIN members m ON m.member_kind = 'selector' AND m.member_id = 'username:' || regexp_replace(lower(s.value), '^t\.me/', '')
    WHERE s.type = 'telegram-link' AND starts_with(lower(s.value), 't.me/')
)
SELECT message_id, seller_no
FROM named
ORDER BY message_id, seller_no
