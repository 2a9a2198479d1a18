-- What one message was taken for where it stands, if its text alone left that in doubt.
SELECT act, nearest, score, act_alone, score_alone, reasons
FROM contexts
WHERE message_id = $message
ORDER BY nearest
