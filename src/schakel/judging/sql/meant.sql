-- Of which seller a message speaks that praises, warns, grumbles, lists, thanks, asks about one, or answers who asks for goods: by answering its message, naming its account or
-- calling it by its display name, or writing one of its selectors. A number is the same in a link to WhatsApp.
-- Who answers a short message of somebody else that speaks of one seller ("same here"), and names nobody, speaks of that seller too.
WITH spoken AS (
    SELECT message_id FROM offers WHERE act IN ('vouch', 'warning')
    UNION
    SELECT message_id FROM remarked
    UNION
    SELECT message_id FROM asked_about
    UNION
    SELECT message_id FROM thanked
), answers AS MATERIALIZED ( -- few first: else all messages are compared with all
    SELECT s.message_id, m.chat_id, m.account_id, m.reply_to
    FROM spoken s
    JOIN messages m USING (message_id)
    WHERE m.reply_to IS NOT NULL AND m.reply_to_chat IS NULL
), answering AS MATERIALIZED (
    SELECT a.message_id, p.message_id AS to_id, p.kind, p.text
    FROM answers a
    JOIN messages p ON p.chat_id = a.chat_id AND p.tg_id = a.reply_to
    WHERE p.account_id IS DISTINCT FROM a.account_id AND p.account_id IS NOT NULL
), heard AS MATERIALIZED (
    SELECT message_id FROM spoken
    UNION -- what is answered
    SELECT to_id
    FROM answering
    WHERE length(text) <= $asking_letters::INTEGER AND kind IS DISTINCT FROM 'service'
        AND to_id NOT IN (SELECT message_id FROM offers WHERE act = 'offer')
    UNION
    SELECT message_id FROM recommended
), heard_mentions AS MATERIALIZED (
    SELECT message_id, kind, target_account_id, target FROM mentions WHERE message_id IN (FROM heard)
), heard_selectors AS MATERIALIZED (
    SELECT message_id, type, value FROM selectors WHERE message_id IN (FROM heard)
), written AS (
    SELECT h.message_id, unnest(regexp_extract_all(lower(m.text), '(?:^|[^\w@])@([a-z]\w{3,31})', 1)) AS username
    FROM heard h
    JOIN messages m USING (message_id)
    WHERE contains(m.text, '@')
), named AS (
    SELECT h.message_id, m.seller_no
    FROM heard_mentions h
    JOIN members m ON m.member_kind = 'account' AND m.member_id = h.target_account_id
    WHERE h.kind NOT IN ('forward', 'name', 'reply')
    UNION
    SELECT h.message_id, any_value(m.seller_no)
    FROM heard_mentions h
    JOIN members m ON m.member_kind = 'account' AND m.member_id = h.target_account_id
    WHERE h.kind = 'name'
    GROUP BY h.message_id, h.target
    HAVING count(DISTINCT m.seller_no) = 1 -- of accounts with one name all must be one seller
    UNION
    SELECT h.message_id, m.seller_no
    FROM heard_mentions h
    JOIN members m
      ON m.member_kind = 'selector' AND m.member_id = 'username:' || lower(ltrim(h.target, '@'))
    WHERE h.kind = 'mention'
    UNION
    SELECT h.message_id, m.seller_no
    FROM heard_selectors h
    JOIN members m ON m.member_kind = 'selector'
      AND m.member_id = CASE WHEN h.type = 'whatsapp' AND starts_with(h.value, '+') THEN 'phone' ELSE h.type END || ':' || h.value
    UNION
    SELECT w.message_id, g.seller_no
    FROM written w
    JOIN given_usernames g USING (username)
    UNION
    SELECT w.message_id, m.seller_no
    FROM written w
    JOIN members m ON m.member_kind = 'selector' AND m.member_id = 'username:' || w.username
    UNION
    SELECT w.message_id, k.seller_no
    FROM written w
    JOIN handles k ON k.handle = regexp_replace(w.username, '[^a-z0-9]', '', 'g')
    WHERE w.username NOT IN (SELECT username FROM given_usernames)
    UNION
    SELECT h.message_id, k.seller_no
    FROM heard_selectors h
    JOIN handles k
      ON k.handle = regexp_replace(regexp_replace(lower(h.value), '^t\.me/', ''), '[^a-z0-9]', '', 'g')
    WHERE h.type IN ('username', 'telegram-link')
    UNION
    SELECT h.message_id, m.seller_no
    FROM heard_selectors h
    JOIN members m ON m.member_kind = 'selector' AND m.member_id = 'username:' || regexp_replace(lower(h.value), '^t\.me/', '')
    WHERE h.type = 'telegram-link' AND starts_with(lower(h.value), 't.me/')
), one_each AS (
    SELECT message_id, any_value(seller_no) AS seller_no FROM named GROUP BY message_id HAVING count(DISTINCT seller_no) = 1
), passed_on AS ( -- to the answers
    SELECT a.message_id, o.seller_no
    FROM answering a
    JOIN one_each o ON o.message_id = a.to_id
    WHERE a.to_id NOT IN (SELECT message_id FROM asked_about) -- what is answered to these stands in `told`
), first_answers AS (
    SELECT message_id, seller_no FROM passed_on WHERE message_id NOT IN (SELECT message_id FROM named)
), second_answers AS (
    SELECT a.message_id, f.seller_no
    FROM answering a
    JOIN first_answers f ON f.message_id = a.to_id
    WHERE a.message_id NOT IN (SELECT message_id FROM named) AND a.message_id NOT IN (SELECT message_id FROM first_answers)
), replied AS ( -- an answer is about whom was asked or spoken of, not about who asked or spoke
    SELECT h.message_id, r.seller_no
    FROM heard h
    JOIN replies r USING (message_id)
    WHERE r.to_id NOT IN (SELECT message_id FROM asked_about) AND h.message_id NOT IN (SELECT message_id FROM passed_on)
)
SELECT DISTINCT message_id, seller_no
FROM (FROM named UNION FROM replied UNION FROM first_answers UNION FROM second_answers)
ORDER BY message_id, seller_no
