-- Replies, forwards and mentions. A reply leads to the first known version of the message it answers.
-- A message answers and forwards once, so only mentions are told apart: who is named twice in it counts once. Exports mark
-- an @name without repeating it, so it is taken from the text.
WITH answered AS (
    SELECT message_id, account_id, sent_at, chat_id, reply_to
    FROM messages
    WHERE reply_to IS NOT NULL AND reply_to_chat IS NULL
),
wanted AS (SELECT DISTINCT chat_id, reply_to AS tg_id FROM answered),
writers AS (
    SELECT messages.chat_id, messages.tg_id, arg_min(messages.account_id, messages.message_id) AS account_id
    FROM messages
    SEMI JOIN wanted ON wanted.chat_id = messages.chat_id AND wanted.tg_id = messages.tg_id
    WHERE messages.account_id IS NOT NULL
    GROUP BY messages.chat_id, messages.tg_id
),
marked AS (
    SELECT message_id, account_id, sent_at,
        coalesce(entity."value", substring(text, entity."start" + 1, entity."end" - entity."start")) AS value,
        CASE WHEN entity."type" = 'mention_name'
            THEN try_cast(regexp_extract(entity."value", '([0-9]+)$', 1) AS BIGINT) END AS number
    FROM (SELECT message_id, account_id, sent_at, text, unnest(entities) AS entity FROM messages WHERE len(entities) > 0)
    WHERE entity."type" IN ('mention', 'mention_name')
),
users AS (
    SELECT account_tg_id, min(account_id) AS account_id
    FROM accounts
    WHERE kind = 'user' AND account_tg_id IS NOT NULL
    GROUP BY account_tg_id
)
SELECT
    answered.message_id,
    answered.account_id,
    'reply' AS kind,
    writers.account_id AS target_account_id,
    answered.reply_to::VARCHAR AS target,
    answered.sent_at
FROM answered
LEFT JOIN writers ON writers.chat_id = answered.chat_id AND writers.tg_id = answered.reply_to
UNION ALL
SELECT message_id, account_id, 'forward', forwarded_from_id, forwarded_from, sent_at
FROM messages
WHERE forwarded_from IS NOT NULL OR forwarded_from_id IS NOT NULL
UNION ALL
SELECT
    marked.message_id,
    any_value(marked.account_id),
    'mention',
    users.account_id,
    marked.value,
    any_value(marked.sent_at)
FROM marked
LEFT JOIN users ON users.account_tg_id = marked.number
GROUP BY marked.message_id, users.account_id, marked.value
ORDER BY message_id, kind, target NULLS LAST, target_account_id NULLS LAST
