-- Messages in which a seller's account names another seller's main contact (or account) as its next one.
-- Who was there first may say so of itself; who came later may only say that it was the other. A farewell need not be
-- an offer or anything else that is read, so the usernames in messages of which nothing was read are looked for here.
-- An account may be named by its display name too, or by a username made of it, on a line with the words of a move, if that is
-- one account's alone; who came later not by a name that the speaker bears itself, nor where what was is told.
-- Where a move is told of something that is neither a username nor a word for an account, that is the display name of one of both.
-- It has been taken over if it advertises no more once another says so of itself.
-- Where a username stands on one line with the words of a move, the message speaks of that account and of no other contact in it.
-- Who tells that a second account has become a third tells nothing of itself.
WITH sellers_of AS (
    SELECT account_id, min(first_seen) AS first_seen, max(last_seen) AS last_seen FROM own_posts GROUP BY account_id
),
owned AS (
    SELECT account_id, type, value
    FROM contacts
    WHERE (main OR type = 'username' AND users = 1) AND NOT third_party AND users <= $most
),
called AS (
    SELECT DISTINCT
        account_id,
        regexp_replace(lower(name), '[^\pL\pN]+', '', 'g') AS letters,
        regexp_replace(' ' || lower(name) || ' ', '[^\pL\pN]+', ' ', 'g') AS words
    FROM names
),
lined AS (
    SELECT
        message_id,
        regexp_replace(' ' || lines || ' ', '[^\pL\pN]+', ' ', 'g') AS words,
        regexp_replace(' ' || subjects || ' ', '[^\pL\pN]+', ' ', 'g') AS subjects
    FROM moving
),
foreign_selectors AS (
    SELECT message_id, account_id, text_id, type, value, act
    FROM named_selectors
    ANTI JOIN owned USING (account_id, type, value)
    WHERE coalesce(act, 'none') <> 'vouch'
),
pointed AS (
    SELECT foreign_selectors.*, owned.account_id AS target
    FROM foreign_selectors
    JOIN owned ON owned.type = foreign_selectors.type AND owned.value = foreign_selectors.value
    SEMI JOIN sellers_of ON sellers_of.account_id = foreign_selectors.account_id
),
unread AS (
    SELECT message_id, account_id, unnest(names) AS value
    FROM moving
    SEMI JOIN sellers_of USING (account_id)
    ANTI JOIN selectors USING (message_id)
),
named AS (
    SELECT unread.message_id, unread.account_id, owned.account_id AS target, owned.value
    FROM unread
    JOIN owned ON owned.type = 'username' AND lower(owned.value) = unread.value AND owned.account_id <> unread.account_id
    UNION
    SELECT message_id, account_id, target, value FROM pointed WHERE act IS DISTINCT FROM 'offer'
    UNION
    SELECT offers.message_id, pointed.account_id, pointed.target, pointed.value
    FROM pointed
    JOIN offers ON offers.account_id = pointed.account_id AND offers.text_id = pointed.text_id
    WHERE pointed.act = 'offer' AND offers.act = 'offer'
    UNION
    SELECT mentions.message_id, mentions.account_id, mentions.target_account_id AS target, NULL AS value
    FROM mentions
    SEMI JOIN sellers_of ON sellers_of.account_id = mentions.account_id
    SEMI JOIN sellers_of AS others ON others.account_id = mentions.target_account_id
    WHERE mentions.kind = 'mention' AND mentions.account_id <> mentions.target_account_id
    UNION
    SELECT mentions.message_id, any_value(mentions.account_id), any_value(mentions.target_account_id), NULL
    FROM mentions
    JOIN moving ON moving.message_id = mentions.message_id
    JOIN sellers_of AS speaker ON speaker.account_id = mentions.account_id
    JOIN sellers_of AS other ON other.account_id = mentions.target_account_id
    LEFT JOIN called ON called.account_id = mentions.account_id
        AND called.letters = regexp_replace(lower(mentions.target), '[^\pL\pN]+', '', 'g')
    WHERE mentions.kind = 'name' AND contains(moving.lines, lower(mentions.target))
        AND (
            other.first_seen < speaker.first_seen
            OR called.account_id IS NULL AND NOT regexp_matches(moving.lines, $gone)
        )
    GROUP BY mentions.message_id, mentions.target
    HAVING count(*) = 1
),
of_others AS ( -- on one line one account is told to have become another, and neither is the speaker's
    SELECT said.message_id
    FROM (SELECT message_id, account_id, near, unnest(becomes) AS value FROM moving) AS said
    JOIN owned ON owned.type = 'username' AND lower(owned.value) = said.value AND owned.account_id <> said.account_id
    JOIN named ON named.message_id = said.message_id AND named.target <> owned.account_id
    JOIN lined ON lined.message_id = said.message_id
    LEFT JOIN called ON called.account_id = named.target AND called.words <> ' '
    WHERE list_contains(said.near, lower(named.value)) OR named.value IS NULL AND contains(lined.words, called.words)
),
announced AS (
    SELECT named.account_id, named.target, named.message_id, messages.sent_at
    FROM named
    JOIN moving ON moving.message_id = named.message_id
    JOIN messages ON messages.message_id = named.message_id
    JOIN lined ON lined.message_id = named.message_id
    ANTI JOIN of_others ON of_others.message_id = named.message_id
    WHERE moving.told
        AND (
            lined.subjects IS NULL
            OR EXISTS (
                SELECT 1
                FROM called
                WHERE called.account_id IN (named.account_id, named.target) AND called.words <> ' '
                    AND contains(lined.subjects, called.words)
            )
        )
        AND (named.value IS NULL OR len(moving.near) = 0 OR list_contains(moving.near, lower(named.value)))
)
SELECT
    least(announced.account_id, announced.target) AS left_id,
    greatest(announced.account_id, announced.target) AS right_id,
    CASE
        WHEN bool_or(speaker.first_seen <= other.first_seen) THEN 'announces_move'
        WHEN bool_and(other.last_seen <= announced.sent_at + to_days($days::INTEGER)) THEN 'takes_over'
        ELSE 'claims_move'
    END AS rule,
    'messages: ' || count(DISTINCT announced.message_id) AS detail,
    2::BIGINT AS users,
    list_sort(list(DISTINCT announced.message_id))[1:4] AS messages
FROM announced
JOIN sellers_of AS speaker ON speaker.account_id = announced.account_id
JOIN sellers_of AS other ON other.account_id = announced.target
GROUP BY left_id, right_id
ORDER BY left_id, right_id
