-- Ties between accounts, added up: who replies to, forwards, mentions and vouches for whom, how often.
-- Only ties with at least one market account (an offer or a recruiting message of its own) are kept;
-- chatter between bystanders stays in `mentions`.
WITH market AS (
    SELECT DISTINCT account_id FROM offers WHERE act IN ('offer', 'recruit') AND account_id IS NOT NULL
),
vouched AS (SELECT message_id, account_id FROM offers WHERE act = 'vouch' AND account_id IS NOT NULL),
named AS (
    SELECT selectors.message_id, selectors.account_id, owners.account_id AS target, selectors.act
    FROM selectors
    JOIN owners ON owners.type = selectors.type AND owners.value = selectors.value
    WHERE selectors.account_id IS NOT NULL AND coalesce(selectors.act, 'none') <> 'offer'
),
each_tie AS (
    SELECT
        account_id AS left_id,
        target_account_id AS right_id,
        CASE kind WHEN 'reply' THEN 'replies' WHEN 'forward' THEN 'forwards' ELSE 'mentions' END AS kind,
        message_id
    FROM mentions
    WHERE account_id IS NOT NULL AND target_account_id IS NOT NULL
    UNION
    SELECT account_id, target, 'mentions', message_id FROM named
    UNION
    SELECT vouched.account_id, mentions.target_account_id, 'vouches', vouched.message_id
    FROM vouched
    JOIN mentions ON mentions.message_id = vouched.message_id
    WHERE mentions.target_account_id IS NOT NULL AND mentions.kind <> 'forward'
    UNION
    SELECT vouched.account_id, named.target, 'vouches', vouched.message_id
    FROM vouched
    JOIN named ON named.message_id = vouched.message_id
),
kept AS (
    SELECT * FROM each_tie
    WHERE left_id <> right_id
        AND (left_id IN (SELECT account_id FROM market) OR right_id IN (SELECT account_id FROM market))
),
photos AS (SELECT left_id, right_id, detail, messages FROM photo_pairs)
SELECT
    left_id,
    right_id,
    kind,
    0.0::DOUBLE AS log10_lr,
    [{
        'rule': kind,
        'weight': 0.0::DOUBLE,
        'start': NULL::INTEGER,
        'end': NULL::INTEGER,
        'detail': 'messages: ' || count(*),
        'messages': min(message_id, 5)
    }] AS reasons,
    NULL::DOUBLE AS probability
FROM kept
GROUP BY left_id, right_id, kind
UNION ALL
SELECT
    left_id,
    right_id,
    'same-photo' AS kind,
    0.0::DOUBLE AS log10_lr,
    [{
        'rule': 'same-photo',
        'weight': 0.0::DOUBLE,
        'start': NULL::INTEGER,
        'end': NULL::INTEGER,
        'detail': 'photos: ' || count(DISTINCT detail),
        'messages': list_sort(list_distinct(flatten(list(messages))))[1:5]
    }] AS reasons,
    NULL::DOUBLE AS probability
FROM photos
GROUP BY left_id, right_id
ORDER BY kind, left_id, right_id
