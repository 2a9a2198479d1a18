-- The selectors in each own offer, and whether the words before one say that it belongs to somebody else (escrow,
-- admin, scammer). A text's selectors are read from one of its messages only; all copies have the same.
WITH one AS (SELECT text_id, min(messages[1]) AS message_id FROM own_posts GROUP BY text_id),
named AS (
    SELECT one.text_id, selectors.type, selectors.value, min(selectors."start") AS "start", one.message_id
    FROM selectors
    JOIN one ON one.message_id = selectors.message_id
    WHERE selectors.value IS NOT NULL AND selectors.type IS NOT NULL
    GROUP BY one.text_id, selectors.type, selectors.value, one.message_id
)
SELECT
    named.text_id,
    named.type,
    named.value,
    coalesce(
        regexp_matches(
            lower(substring(messages.text, greatest(named."start" - 29, 1), least(named."start", 30))),
            $third_party
        ),
        false
    ) AS third_party
FROM named
LEFT JOIN (SELECT message_id, text FROM messages SEMI JOIN named USING (message_id)) AS messages
    ON messages.message_id = named.message_id
ORDER BY named.text_id, named.type, named.value
