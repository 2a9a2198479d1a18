-- Per chat: from when to when, how many message numbers were seen and are missing, edits, and older versions.
SELECT
    coverage.chat_id,
    min(chats.title) AS title,
    min(chats.kind) AS kind,
    min(coverage.day) AS first_day,
    max(coverage.day) AS last_day,
    count(*) AS days,
    sum(ids_seen)::BIGINT AS seen,
    sum(ids_missing)::BIGINT AS missing,
    sum(edits)::BIGINT AS edits,
    sum(versions)::BIGINT AS versions
FROM coverage
LEFT JOIN (SELECT chat_id, max(title) AS title, max(kind) AS kind FROM chats GROUP BY chat_id) AS chats ON chats.chat_id = coverage.chat_id
GROUP BY coverage.chat_id
ORDER BY missing DESC, coverage.chat_id
