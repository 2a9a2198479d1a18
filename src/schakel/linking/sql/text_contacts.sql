-- The selectors in each own offer, and whether the words before one say that it belongs to somebody else (escrow,
-- admin, scammer). `own_words` has the texts of own offers; all copies of a text have the same selectors.
WITH named AS (
    SELECT text_id, type, value, min("start") AS "start"
    FROM named_selectors
    WHERE value IS NOT NULL AND type IS NOT NULL
    GROUP BY text_id, type, value
)
SELECT
    named.text_id,
    named.type,
    named.value,
    coalesce(
        regexp_matches(
            lower(substring(own_words.text, greatest(named."start" - 29, 1), least(named."start", 30))),
            $third_party
        ),
        false
    ) AS third_party
FROM named
JOIN own_words ON own_words.text_id = named.text_id
ORDER BY named.text_id, named.type, named.value
