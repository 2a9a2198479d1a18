-- Each chat that the export reaches.
SELECT
    chat_id,
    first(kind ORDER BY last_seen DESC, title) AS kind,
    first(title ORDER BY last_seen DESC, title) AS title,
    min(chat_tg_id) AS telegram_id,
    min(first_seen) AS first_seen,
    max(last_seen) AS last_seen,
    max(messages) AS messages,
    max(accounts) AS accounts,
    list_sort(list_distinct(flatten(list(coalesce(flags, []))))) AS flags
FROM chats
WHERE chat_id IN (SELECT id FROM reach WHERE kind = 'chat')
GROUP BY chat_id
ORDER BY chat_id
