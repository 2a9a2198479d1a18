-- Whether a sealed file is a photo of some message.
SELECT min(message_id) AS message_id
FROM messages
WHERE media_sha256 = $sha256 AND media_kind = 'photo'
ORDER BY message_id
