-- Each chat that the export reaches.
SELECT
    reach.id AS chat_id,
    first(chats.kind ORDER BY last_seen DESC, title) AS kind,
    first(title ORDER BY last_seen DESC, title) AS title,
    min(chat_tg_id) AS telegram_id,
    min(first_seen) AS first_seen,
    max(last_seen) AS last_seen,
    max(messages) AS messages,
    max(accounts) AS accounts,
    list_sort(list_distinct(flatten(list(coalesce(flags, []))))) AS flags
FROM reach
LEFT JOIN chats ON chats.chat_id = reach.id
WHERE reach.kind = 'chat'
GROUP BY reach.id
ORDER BY reach.id
