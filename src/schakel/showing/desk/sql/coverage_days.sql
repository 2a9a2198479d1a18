-- One chat, day by day.
SELECT day, first_id, last_id, ids_seen AS seen, ids_missing AS missing, edits, versions
FROM coverage
WHERE chat_id = $chat
ORDER BY day
