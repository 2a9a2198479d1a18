-- Texts that a seller only passes on: every posting of it forwards a message of another seller. A forward says whose goods
-- these are, so such a text tells of the trade of the one it comes from.
WITH forwarded AS (
    SELECT m.seller_no, o.text_id, o.act, count(*) AS copies
    FROM mentions n
    JOIN members f ON f.member_kind = 'account' AND f.member_id = n.target_account_id
    JOIN offers o ON o.message_id = n.message_id
    JOIN members m ON m.member_kind = 'account' AND m.member_id = o.account_id
    WHERE n.kind = 'forward' AND f.seller_no <> m.seller_no
    GROUP BY m.seller_no, o.text_id, o.act
)
SELECT t.text_no, t.seller_no
FROM forwarded f
JOIN seller_texts t ON t.seller_no = f.seller_no AND t.text_id = f.text_id AND t.act = f.act AND t.copies = f.copies
WHERE t.act = 'offer'
ORDER BY t.text_no
