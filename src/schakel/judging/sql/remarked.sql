-- Messages that may grumble of what somebody received, or that head a list of scammers or of trusted sellers. What else they say is
-- looked at in `witnesses`: a large pattern takes longer to make than to use, and here that is done for every part of the messages.
WITH short AS (
    SELECT message_id, lower(text) AS text, length(text) AS letters
    FROM messages
    WHERE account_id IS NOT NULL AND kind IS DISTINCT FROM 'service' AND length(text) BETWEEN 8 AND 1000
        AND forwarded_from IS NULL AND forwarded_from_id IS NULL
), marked AS (
    SELECT
        message_id,
        letters <= $grumble_letters::INTEGER AND NOT contains(text, chr(10)) AND NOT regexp_matches(text, '[?？؟]')
            AND regexp_matches(text, $grumble) AS grumbles,
        regexp_matches(left(text, 120), $scammers) AS scammers,
        regexp_matches(left(text, 120), $trusted) AS trusted
    FROM short
)
SELECT message_id, CASE WHEN scammers THEN 'listed' WHEN trusted THEN 'trusted' ELSE 'grumble' END AS remark
FROM marked
WHERE grumbles OR scammers OR trusted
ORDER BY message_id
