-- Short messages in which somebody speaks of riding, of handling money or of keeping stock, offers to ride, or seeks people.
-- One pattern a sense: all of them as one would be too large for the fast way of matching, and take a hundred times as long.
WITH short AS (
    SELECT message_id, chat_id, account_id, lower(text) AS text,
        CASE WHEN reply_to_chat IS NULL THEN reply_to END AS reply_to
    FROM messages
    WHERE account_id IS NOT NULL AND kind IS DISTINCT FROM 'service'
        AND length(text) BETWEEN $least_letters::INTEGER AND $letters::INTEGER AND NOT contains(text, chr(10))
), matched AS (
    SELECT
        message_id,
        chat_id,
        account_id,
        reply_to,
        regexp_matches(text, $courier) OR regexp_matches(text, $arrival) AS rides,
        regexp_matches(text, $at_door) OR regexp_matches(text, $on_round) AS at_door,
        regexp_matches(text, $self_offer) OR regexp_matches(text, $carries) AS self_offer,
        reply_to IS NOT NULL AND regexp_matches(text, $applies) AS applies,
        regexp_matches(text, $seeks) OR regexp_matches(text, $calls) OR regexp_matches(text, $more_calls) AS seeks,
        regexp_matches(text, $mules) AS mules,
        regexp_matches(text, $counting) OR regexp_matches(text, $money) OR regexp_matches(text, $cleaning) OR regexp_matches(text, $between) AS money,
        regexp_matches(text, $cashout) AS cashout,
        text,
        regexp_matches(text, $storage) AS storage
    FROM short
), told AS ( -- what is said of another rider, of the keepers' money or of accounts that moved tells nothing of the writer
    SELECT * REPLACE (
        rides AND NOT of_others AS rides,
        at_door AND NOT of_others AS at_door,
        self_offer AND NOT of_others AS self_offer,
        seeks AND NOT regexp_matches(text, $no_call) AS seeks,
        mules AND NOT regexp_matches(text, $no_call) AS mules,
        money AND NOT of_others AS money
    )
    FROM (SELECT *, (rides OR at_door OR self_offer OR money) AND regexp_matches(text, $of_others) AS of_others FROM matched)
), parted AS (
    SELECT *, (money OR cashout) AND regexp_matches(text, $cut) AS cut FROM told
)
SELECT * EXCLUDE (text, cashout, of_others) REPLACE (money OR (cashout AND cut) AS money) FROM parted
WHERE rides OR at_door OR self_offer OR applies OR seeks OR money OR storage OR (cashout AND cut)
ORDER BY message_id
