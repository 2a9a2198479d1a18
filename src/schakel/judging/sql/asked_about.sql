-- Short messages in which somebody asks others whether a seller can be trusted, and whether they ask after bad (`ill`), or after
-- good and bad at once (`either`).
WITH short AS (
    SELECT message_id, chat_id, tg_id, account_id, lower(text) AS said
    FROM messages
    WHERE account_id IS NOT NULL AND kind IS DISTINCT FROM 'service' AND length(text) BETWEEN 6 AND $asking_letters::INTEGER
        AND forwarded_from IS NULL AND forwarded_from_id IS NULL AND reply_to_chat IS NULL
), asking AS (
    SELECT * FROM short WHERE CASE WHEN regexp_matches(said, $asked_words) THEN regexp_matches(said, $asked_about) ELSE FALSE END
)
SELECT
    message_id, chat_id, tg_id, account_id,
    regexp_matches(said, $speaks_ill) AS ill,
    regexp_matches(said, $speaks_ill) AND (regexp_matches(said, $speaks_well) OR regexp_matches(said, '[^\pL](?:of|or|oder|ou|o|ya da|или)[^\pL]')) AS either
FROM asking
ORDER BY message_id
