-- Every different offer text without amounts, contacts and the places it names, where that leaves enough letters to tell ads apart.
WITH one AS (
    SELECT text_id, arg_min(places, message_id) AS places
    FROM offers
    WHERE act = 'offer' AND text_id IS NOT NULL
    GROUP BY text_id
),
written AS (
    SELECT
        one.text_id,
        read_texts.text,
        list_transform(one.places, lambda place: substring(read_texts.text, place."start" + 1, place."end" - place."start")) AS named
    FROM one
    JOIN read_texts ON read_texts.text_id = one.text_id
    WHERE length(read_texts.text) >= $letters
),
unplaced AS (
    SELECT
        text_id,
        list_reduce(list_prepend(text, named), lambda said, name: CASE WHEN name = '' THEN said ELSE replace(said, name, '§') END) AS said
    FROM written
),
masked AS (
    SELECT
        text_id,
        trim(regexp_replace(regexp_replace(
            lower(said), '(?:@|https?://|t\.me/|www\.)\S+|[\w.+-]+@[\w-]+\.\w+|\+?[0-9](?:[0-9.,:/ -]*[0-9])?', '0', 'g'
        ), '\s+', ' ', 'g')) AS masked
    FROM unplaced
)
SELECT text_id, masked
FROM masked
WHERE length(regexp_replace(masked, '[^\pL]+', '', 'g')) >= $letters
ORDER BY text_id
