-- The selectors in each own offer, and whether the words beside one say that it belongs to somebody else (escrow, admin, scammer,
-- whom the writer works for or bought from; where no goods are named also to whom somebody is sent, but for its own orders and questions), or that it is the account that
-- the writer had (`moving`). `own_words` has the texts of own offers; all copies of a text have the same selectors.
-- A name of Signal's form (name.42) that is read as one somewhere counts wherever it stands: the word before it is often
-- written otherwise (S1gnal, siganl), so that nothing is read there.
WITH left_behind AS (
    SELECT DISTINCT offers.text_id, unnest(moving.was) AS value
    FROM moving
    JOIN offers USING (message_id)
    WHERE moving.told AND len(moving.was) > 0
),
selected AS (
    SELECT text_id, type, value, min("start") AS "start"
    FROM named_selectors
    WHERE value IS NOT NULL AND type IS NOT NULL
    GROUP BY text_id, type, value
),
numbered AS (
    SELECT DISTINCT type, value
    FROM named_selectors
    WHERE type = 'signal' AND regexp_full_match(value, '[a-z_]\w{2,31}\.\d{2,9}')
),
standing AS (
    SELECT text_id, unnest(regexp_extract_all(lower(text), '(?:^|[^\w.])([a-z_]\w{2,31}\.\d{2,9})\b', 1)) AS value, text
    FROM own_words
),
named AS (
    SELECT * FROM selected
    UNION ALL
    SELECT DISTINCT standing.text_id, numbered.type, numbered.value, strpos(lower(standing.text), numbered.value) - 1
    FROM standing
    JOIN numbered USING (value)
    ANTI JOIN selected ON selected.text_id = standing.text_id AND selected.type = numbered.type AND selected.value = numbered.value
),
sold AS (SELECT DISTINCT text_id FROM items WHERE commodity IS NOT NULL),
around AS (
    SELECT
        named.*,
        own_words.text,
        substring(own_words.text, greatest(named."start" - 29, 1), least(named."start", 30)) AS near,
        lower(substring(own_words.text, greatest(named."start" - 59, 1), least(named."start", 60))) AS before,
        lower(substring(own_words.text, named."start" + 1, 80)) AS behind,
        length(own_words.text) <= $longest::INTEGER AND sold.text_id IS NULL AS sells_nothing
    FROM named
    JOIN own_words ON own_words.text_id = named.text_id
    LEFT JOIN sold ON sold.text_id = named.text_id
)
SELECT
    around.text_id,
    around.type,
    around.value,
    coalesce(regexp_matches(lower(near), $third_party), false)
    OR coalesce(regexp_matches(before, $others) OR regexp_matches(behind, $others_behind), false)
    OR coalesce(
        sells_nothing
        AND (regexp_matches(before, $sends) OR regexp_matches(behind, $sends_behind))
        AND NOT regexp_matches(before, $orders),
        false
    )
    OR left_behind.value IS NOT NULL AS third_party
FROM around
LEFT JOIN left_behind ON left_behind.text_id = around.text_id AND around.type = 'username' AND left_behind.value = lower(around.value)
ORDER BY around.text_id, around.type, around.value
