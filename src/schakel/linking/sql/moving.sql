-- Messages that speak of another account: the usernames in them, and whether the writer tells it without accusing anybody.
SELECT
    message_id,
    account_id,
    CASE WHEN contains(text, '@') OR contains(text, 't.me/')
        THEN regexp_extract_all(lower(text), '(?:^|\W)(?:@|t\.me/)([a-z]\w{3,31})', 1) ELSE [] END AS names,
    forwarded_from_id IS NULL AND forwarded_from IS NULL AND NOT regexp_matches(lower(text), $accuse) AS told
FROM messages
WHERE regexp_matches(lower(text), $move)
ORDER BY message_id
