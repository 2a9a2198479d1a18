-- Messages that speak of another account: the usernames in them, those on one line with the words of a move, of these those that the
-- writer says it was (no ad sends its buyers there), those that an account named before them has become, these lines, whether
-- the writer tells it without accusing anybody, and whether it says in few words, accusing nobody, that two accounts are one
-- seller's. What may be said of an account or of a scooter is kept (`subjects`) where nothing else tells of a move and it names no
-- account: a display name may stand in it. An ad names its escrow as well as its backup account, each on a line of its own.
WITH told_at_all AS (
    SELECT message_id, account_id, lower(text) AS said, forwarded_from_id IS NULL AND forwarded_from IS NULL AS own,
        regexp_matches(lower(text), $move) AS moves,
        length(text) <= $longest::INTEGER AS short
    FROM messages
),
spoken AS MATERIALIZED (SELECT * FROM told_at_all WHERE moves OR short AND regexp_matches(said, $same)),
-- lines as rows, since in a list each row would make the pattern anew
each_line AS (
    SELECT message_id, unnest(string_split(said, chr(10))) AS line, generate_subscripts(string_split(said, chr(10)), 1) AS place
    FROM spoken
    WHERE moves
),
lined AS (
    SELECT message_id, string_agg(line, chr(10) ORDER BY place) AS lines
    FROM each_line
    WHERE regexp_matches(line, $move)
    GROUP BY message_id
),
anything AS (
    SELECT
        message_id,
        regexp_replace(array_to_string(regexp_extract_all(lines, $of_anything), chr(10)), '@\w+\W*?(\n|$)', chr(10), 'g') AS subjects
    FROM lined
    WHERE regexp_matches(lines, $of_anything) AND NOT regexp_matches(regexp_replace(lines, $of_anything, ' ', 'g'), $move)
),
unsure AS (SELECT * FROM anything WHERE NOT regexp_matches(subjects, $an_account))
SELECT
    spoken.message_id,
    account_id,
    CASE WHEN contains(said, '@') OR contains(said, 't.me/')
        THEN regexp_extract_all(said, '(?:^|\W)(?:@|t\.me/)([a-z]\w{3,31})', 1) ELSE [] END AS names,
    CASE WHEN contains(lines, '@') OR contains(lines, 't.me/')
        THEN regexp_extract_all(lines, '(?:^|\W)(?:@|t\.me/)([a-z]\w{3,31})', 1) ELSE [] END AS near,
    CASE WHEN contains(lines, '@') THEN regexp_extract_all(lines, $was, 1) ELSE [] END AS was,
    CASE WHEN contains(lines, '@') THEN regexp_extract_all(lines, $becomes, 1) ELSE [] END AS becomes,
    coalesce(lines, '') AS lines,
    own AND moves AND NOT regexp_matches(said, $accuse) AS told,
    subjects,
    own AND short AND (subjects IS NULL OR regexp_matches(said, $same)) AND NOT regexp_matches(said, $accuse) AND NOT regexp_matches(said, $not_same) AS one
FROM spoken
LEFT JOIN lined ON lined.message_id = spoken.message_id
LEFT JOIN unsure ON unsure.message_id = spoken.message_id
ORDER BY spoken.message_id
