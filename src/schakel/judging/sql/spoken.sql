-- Short messages in which somebody speaks of riding, of handling money or of keeping stock.
SELECT
    message_id,
    account_id,
    regexp_matches(text, $courier) AS courier,
    regexp_matches(text, $money) AS money,
    regexp_matches(text, $storage) AS storage
FROM (
    SELECT message_id, account_id, lower(text) AS text
    FROM messages
    WHERE account_id IS NOT NULL AND kind IS DISTINCT FROM 'service'
        AND length(text) BETWEEN 8 AND $letters::INTEGER AND NOT contains(text, chr(10))
)
WHERE regexp_matches(text, $any_of_all)
ORDER BY message_id
