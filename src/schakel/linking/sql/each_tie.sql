-- Every tie that a message makes between two accounts: who replies to, forwards, mentions, vouches for, warns of or
-- pays whom. A wallet or bank account of another, named outside an offer, is where money goes: it pays.
-- Only ties with at least one market account (an offer or a recruiting message of its own) are kept;
-- chatter between bystanders stays in `mentions`.
WITH market AS (
    SELECT DISTINCT account_id FROM offers WHERE act IN ('offer', 'recruit') AND account_id IS NOT NULL
),
judged AS (
    SELECT message_id, account_id, sent_at, CASE act WHEN 'vouch' THEN 'vouches' ELSE 'warns' END AS kind
    FROM offers
    WHERE act IN ('vouch', 'warning') AND account_id IS NOT NULL
),
pointed AS MATERIALIZED (
    SELECT
        named_selectors.message_id,
        named_selectors.account_id,
        owners.account_id AS target,
        CASE WHEN contains($money, ' ' || named_selectors.type || ' ') THEN 'pays' ELSE 'mentions' END AS kind
    FROM named_selectors
    JOIN owners ON owners.type = named_selectors.type AND owners.value = named_selectors.value
    WHERE named_selectors.account_id IS NOT NULL AND coalesce(named_selectors.act, 'none') <> 'offer'
),
named AS (
    SELECT pointed.*, messages.sent_at
    FROM pointed
    JOIN (SELECT message_id, sent_at FROM messages SEMI JOIN pointed USING (message_id)) AS messages
        ON messages.message_id = pointed.message_id
),
each_tie AS (
    SELECT
        account_id AS left_id,
        target_account_id AS right_id,
        CASE kind WHEN 'reply' THEN 'replies' WHEN 'forward' THEN 'forwards' ELSE 'mentions' END AS kind,
        message_id,
        sent_at
    FROM mentions
    WHERE account_id IS NOT NULL AND target_account_id IS NOT NULL
    UNION
    SELECT account_id, target, kind, message_id, sent_at FROM named
    UNION
    SELECT judged.account_id, mentions.target_account_id, judged.kind, judged.message_id, judged.sent_at
    FROM judged
    JOIN mentions ON mentions.message_id = judged.message_id
    WHERE mentions.target_account_id IS NOT NULL AND mentions.kind <> 'forward'
    UNION
    SELECT judged.account_id, named.target, judged.kind, judged.message_id, judged.sent_at
    FROM judged
    JOIN named ON named.message_id = judged.message_id
)
SELECT left_id, right_id, kind, message_id, sent_at
FROM each_tie
WHERE left_id <> right_id
    AND (left_id IN (SELECT account_id FROM market) OR right_id IN (SELECT account_id FROM market))
ORDER BY kind, left_id, right_id, message_id
