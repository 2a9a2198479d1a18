-- The pictures that lay beside the export, each file once.
SELECT DISTINCT media_sha256
FROM messages
WHERE media_sha256 IS NOT NULL AND coalesce(media_kind, '') IN ('photo', 'file', 'sticker', '')
ORDER BY media_sha256
