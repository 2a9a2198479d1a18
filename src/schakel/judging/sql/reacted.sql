-- Who left a reaction (a thumb, a heart) at messages that answer another or open with a username, as the export lists them.
SELECT message_id, unnest(list_distinct(regexp_extract_all(extra, '"from_id":"((?:user|channel)\d+)"', 1))) AS by_id
FROM messages
WHERE contains(extra, '"reactions"') AND (reply_to IS NOT NULL OR starts_with(ltrim(text), '@'))
ORDER BY message_id, by_id
