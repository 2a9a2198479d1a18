-- Short messages in which somebody speaks of riding, of handling money or of keeping stock, offers to ride, or seeks people.
-- One pattern a sense: all of them as one would be too large for the fast way of matching, and take a hundred times as long.
WITH short AS (
    SELECT message_id, chat_id, account_id, lower(text) AS text,
        CASE WHEN reply_to_chat IS NULL THEN reply_to END AS reply_to
    FROM messages
    WHERE account_id IS NOT NULL AND kind IS DISTINCT FROM 'service'
        AND length(text) BETWEEN 8 AND $letters::INTEGER AND NOT contains(text, chr(10))
), matched AS (
    SELECT
        message_id,
        chat_id,
        account_id,
        reply_to,
        regexp_matches(text, $courier) OR regexp_matches(text, $arrival) AS rides,
        regexp_matches(text, $self_offer) OR regexp_matches(text, $carries) AS self_offer,
        reply_to IS NOT NULL AND regexp_matches(text, $applies) AS applies,
        regexp_matches(text, $seeks) AS seeks,
        regexp_matches(text, $money) OR regexp_matches(text, $cleaning) OR regexp_matches(text, $between) AS money,
        regexp_matches(text, $cashout) AS cashout,
        text,
        regexp_matches(text, $storage) AS storage
    FROM short
), parted AS (
    SELECT *, (money OR cashout) AND regexp_matches(text, $cut) AS cut FROM matched
)
SELECT * EXCLUDE (text, cashout) REPLACE (money OR (cashout AND cut) AS money) FROM parted
WHERE rides OR self_offer OR applies OR seeks OR money OR storage OR (cashout AND cut)
ORDER BY message_id
