-- What exports and dumps that number their chats hold of the messages `asked` about: chats of the same title, the lowest
-- and highest number they have, and their rows with one of the numbers. `pages` are the sources that tell no number.
WITH own AS (
    SELECT
        chat_id, chat_tg_id, chat_title, chat_kind, tg_id, kind, text,
        coalesce(epoch(sent_at), epoch(try_cast(sent_as_written AS TIMESTAMP))) AS clock
    FROM messages
    ANTI JOIN pages USING (source_id)
    WHERE chat_title IN (SELECT title FROM asked)
),
span AS (
    SELECT
        chat_id,
        chat_title AS title,
        any_value(chat_tg_id) AS tg_id,
        coalesce(max(chat_kind), '') AS kind,
        min(own.tg_id) AS low,
        max(own.tg_id) AS high
    FROM own
    GROUP BY chat_id, chat_title
),
rows_of AS (
    SELECT chat_id, chat_title AS title, own.tg_id AS number, CAST(clock AS BIGINT) AS clock, text
    FROM own
    SEMI JOIN asked ON asked.title = own.chat_title AND asked.number = own.tg_id
    WHERE own.kind <> 'service' AND clock IS NOT NULL
)
SELECT span.chat_id, span.title, span.tg_id, span.kind, low, high, number, clock, text
FROM span
LEFT JOIN rows_of ON rows_of.chat_id = span.chat_id AND rows_of.title = span.title
ORDER BY span.chat_id, span.title, number, clock, text
