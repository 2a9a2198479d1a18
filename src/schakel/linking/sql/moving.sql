-- Messages that speak of another account: the usernames in them, those on one line with the words of a move, these lines, whether
-- the writer tells it without accusing anybody, and whether it says in few words, accusing and asking nothing, that two accounts are
-- one seller's. An ad names its escrow as well as its backup account, each on a line of its own.
WITH spoken AS (
    SELECT message_id, account_id, lower(text) AS said, forwarded_from_id IS NULL AND forwarded_from IS NULL AS own,
        regexp_matches(lower(text), $move) AS moves
    FROM messages
    WHERE regexp_matches(lower(text), $move) OR length(text) <= $longest::INTEGER AND regexp_matches(lower(text), $same)
),
lined AS (
    SELECT *, CASE WHEN moves THEN array_to_string(
        list_filter(string_split(said, chr(10)), lambda line: regexp_matches(line, $move)), chr(10)
    ) ELSE '' END AS lines
    FROM spoken
)
SELECT
    message_id,
    account_id,
    CASE WHEN contains(said, '@') OR contains(said, 't.me/')
        THEN regexp_extract_all(said, '(?:^|\W)(?:@|t\.me/)([a-z]\w{3,31})', 1) ELSE [] END AS names,
    CASE WHEN contains(lines, '@') OR contains(lines, 't.me/')
        THEN regexp_extract_all(lines, '(?:^|\W)(?:@|t\.me/)([a-z]\w{3,31})', 1) ELSE [] END AS near,
    lines,
    own AND moves AND NOT regexp_matches(said, $accuse) AS told,
    own AND length(said) <= $longest::INTEGER AND NOT regexp_matches(said, $accuse) AND NOT regexp_matches(said, $not_same) AS one
FROM lined
ORDER BY message_id
