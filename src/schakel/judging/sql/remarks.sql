-- Short messages in which somebody speaks of riding, of handling money or of keeping stock: who says it, and where.
-- Ads are left out: what an ad promises says what a seller offers, not what its writer does.
WITH short AS MATERIALIZED (
    SELECT message_id, account_id, lower(text) AS text
    FROM messages g
    ANTI JOIN (
        SELECT message_id FROM offers WHERE act = 'request' UNION ALL SELECT message_id FROM items
    ) o USING (message_id)
    WHERE account_id IS NOT NULL AND kind IS DISTINCT FROM 'service' AND length(text) BETWEEN 8 AND $letters::INTEGER
      AND NOT contains(text, chr(10))
)
SELECT
    message_id,
    account_id,
    regexp_matches(text, $courier) AS courier,
    regexp_matches(text, $money) AS money,
    regexp_matches(text, $storage) AS storage
FROM short
WHERE regexp_matches(text, $any_of_all)
ORDER BY message_id
