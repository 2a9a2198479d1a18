-- What others wrote near the messages of one seller, in answer to them or asked by them, and what a reason names (`named`).
WITH own AS (
    SELECT messages.chat_id, messages.tg_id, messages.reply_to, messages.account_id
    FROM messages
    JOIN sellers ON sellers.member_id = messages.account_id AND sellers.member_kind = 'account'
    WHERE sellers.seller_id = $seller
),
steps AS (SELECT unnest(range(-$around, $around + 1)) AS step),
near AS (SELECT DISTINCT own.chat_id, own.tg_id + steps.step AS tg_id FROM own CROSS JOIN steps WHERE steps.step <> 0),
asked AS (SELECT DISTINCT chat_id, reply_to AS tg_id FROM own WHERE reply_to IS NOT NULL),
numbers AS (SELECT DISTINCT chat_id, tg_id FROM own),
found AS (
    SELECT
        messages.message_id, messages.chat_id, messages.chat_tg_id, messages.chat_title, messages.chat_kind, messages.tg_id,
        messages.kind, messages.account_id, messages.account_name, messages.sent_at, messages.sent_as_written,
        messages.edited_at, messages.text, messages.reply_to, messages.media_kind, messages.media_status,
        messages.source_id, messages.place_in_source,
        near.tg_id IS NOT NULL AS is_near, numbers.tg_id IS NOT NULL AS answers, asked.tg_id IS NOT NULL AS is_answered,
        named.message_id IS NOT NULL AS is_named
    FROM messages
    LEFT JOIN near ON near.chat_id = messages.chat_id AND near.tg_id = messages.tg_id
    LEFT JOIN numbers ON numbers.chat_id = messages.chat_id AND numbers.tg_id = messages.reply_to
    LEFT JOIN asked ON asked.chat_id = messages.chat_id AND asked.tg_id = messages.tg_id
    LEFT JOIN named ON named.message_id = messages.message_id
    WHERE messages.account_id IS NULL OR messages.account_id NOT IN (SELECT account_id FROM own)
)
SELECT *
FROM found
WHERE is_near OR answers OR is_answered OR is_named
ORDER BY chat_id, tg_id, message_id
