-- Usernames that no ad gives, but by which one seller bids others write to it in short messages ("got it @name"). Nobody's where two
-- sellers do so, and where what is said of the name is praise, a warning or a request.
WITH owned AS (
    SELECT regexp_replace(member_id, '^(username:|telegram-link:t\.me/)', '') AS username
    FROM members
    WHERE member_kind = 'selector' AND (starts_with(member_id, 'username:') OR starts_with(member_id, 'telegram-link:t.me/'))
)
SELECT p.username, any_value(m.seller_no) AS seller_no
FROM pointing p
JOIN members m ON m.member_kind = 'account' AND m.member_id = p.account_id
WHERE p.username NOT IN (FROM owned)
    AND p.message_id NOT IN (SELECT message_id FROM offers WHERE act <> 'offer')
    AND p.message_id NOT IN (SELECT message_id FROM asked_about)
GROUP BY p.username
HAVING count(DISTINCT m.seller_no) = 1
ORDER BY p.username
