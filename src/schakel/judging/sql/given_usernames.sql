-- Usernames that no ad gives and whose they are: of the one seller who bids others write to it in short messages ("got it @name"), and of the
-- one under whose ads others call it. Nobody's where two sellers are meant so; what is said of the name in such a bidding is neither praise, a
-- warning nor a request. Who answers an ad and calls one username speaks of who posted it; what sellers write under ads of others may be a lure.
WITH owned AS (
    SELECT regexp_replace(member_id, '^(username:|telegram-link:t\.me/)', '') AS username
    FROM members
    WHERE member_kind = 'selector' AND (starts_with(member_id, 'username:') OR starts_with(member_id, 'telegram-link:t.me/'))
), bidding AS (
    SELECT p.username, m.seller_no
    FROM pointing p
    JOIN members m ON m.member_kind = 'account' AND m.member_id = p.account_id
    WHERE p.message_id NOT IN (SELECT message_id FROM offers WHERE act <> 'offer')
        AND p.message_id NOT IN (SELECT message_id FROM asked_about)
), under_ads AS MATERIALIZED ( -- names are looked for in these alone, not in all texts with an @
    SELECT r.message_id, r.seller_no, m.text
    FROM replies r
    JOIN messages m USING (message_id)
    WHERE r.under_ad AND contains(m.text, '@')
        AND r.account_id NOT IN (SELECT member_id FROM members WHERE member_kind = 'account')
        AND r.message_id NOT IN (SELECT message_id FROM offers WHERE act IN ('offer', 'request', 'recruit'))
), called AS (
    SELECT usernames[1] AS username, seller_no
    FROM (SELECT seller_no, regexp_extract_all(lower(text), '(?:^|[^\w@])@([a-z]\w{3,31})', 1) AS usernames FROM under_ads)
    WHERE len(list_distinct(usernames)) = 1
)
SELECT username, any_value(seller_no) AS seller_no
FROM (SELECT * FROM bidding UNION SELECT * FROM called)
WHERE username NOT IN (FROM owned)
GROUP BY username
HAVING count(DISTINCT seller_no) = 1
ORDER BY username
