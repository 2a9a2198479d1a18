-- Messages that speak of another account: the usernames in them, those on one line with the words of a move, these lines, and whether
-- the writer tells it without accusing anybody. An ad names its escrow as well as its backup account, each on a line of its own.
WITH spoken AS (
    SELECT message_id, account_id, lower(text) AS said, forwarded_from_id IS NULL AND forwarded_from IS NULL AS own
    FROM messages
    WHERE regexp_matches(lower(text), $move)
)
SELECT
    message_id,
    account_id,
    CASE WHEN contains(said, '@') OR contains(said, 't.me/')
        THEN regexp_extract_all(said, '(?:^|\W)(?:@|t\.me/)([a-z]\w{3,31})', 1) ELSE [] END AS names,
    CASE WHEN contains(said, '@') OR contains(said, 't.me/')
        THEN regexp_extract_all(
            array_to_string(list_filter(string_split(said, chr(10)), lambda line: regexp_matches(line, $move)), chr(10)),
            '(?:^|\W)(?:@|t\.me/)([a-z]\w{3,31})', 1
        ) ELSE [] END AS near,
    array_to_string(list_filter(string_split(said, chr(10)), lambda line: regexp_matches(line, $move)), chr(10)) AS lines,
    own AND NOT regexp_matches(said, $accuse) AS told
FROM spoken
ORDER BY message_id
