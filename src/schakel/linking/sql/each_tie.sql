-- Every tie that a message makes between two accounts: who replies to, forwards, mentions, vouches for, warns of or
-- pays whom. A wallet or bank account of another, named outside an offer, is where money goes: it pays.
-- Messages in which no contact was read, since nothing in them is of the trade, are looked through for the same: for the
-- names that mentions mark, and for strings that are a wallet or bank account of somebody, letter for letter.
-- Only ties with at least one market account (an offer or a recruiting message of its own) are kept;
-- chatter between bystanders stays in `mentions`.
WITH market AS (
    SELECT DISTINCT account_id FROM offers WHERE act IN ('offer', 'recruit') AND account_id IS NOT NULL
),
judged AS (
    SELECT message_id, account_id, sent_at, CASE act WHEN 'vouch' THEN 'vouches' ELSE 'warns' END AS kind
    FROM offers
    WHERE act IN ('vouch', 'warning') AND account_id IS NOT NULL
        AND NOT ( -- a seller's word of its own next account accuses nobody
            act = 'warning' AND account_id IN (SELECT account_id FROM market)
            AND message_id IN (SELECT message_id FROM moving WHERE told)
        )
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
in_passing AS (
    SELECT found.*
    FROM (
        SELECT strings.message_id, strings.account_id, owners.account_id AS target, 'pays' AS kind
        FROM strings
        JOIN owners ON owners.value = strings.value AND contains($money, ' ' || owners.type || ' ')
        UNION ALL
        SELECT mentions.message_id, mentions.account_id, owners.account_id, 'mentions'
        FROM mentions
        JOIN owners ON owners.type = 'username' AND owners.value = lower(ltrim(mentions.target, '@'))
        WHERE mentions.kind = 'mention' AND mentions.target_account_id IS NULL AND mentions.account_id IS NOT NULL
    ) AS found
    ANTI JOIN selectors USING (message_id)
),
named AS (
    SELECT found.*, messages.sent_at
    FROM (SELECT * FROM pointed UNION SELECT * FROM in_passing) AS found
    JOIN messages ON messages.message_id = found.message_id
),
meant AS ( -- a display name of several accounts is nobody's
    SELECT message_id, account_id, kind, target_account_id, sent_at
    FROM mentions
    WHERE target_account_id IS NOT NULL AND kind <> 'name'
    UNION ALL
    SELECT message_id, account_id, kind, target_account_id, sent_at
    FROM mentions
    WHERE target_account_id IS NOT NULL AND kind = 'name'
    QUALIFY count(*) OVER (PARTITION BY message_id, target) = 1
),
each_tie AS (
    SELECT
        account_id AS left_id,
        target_account_id AS right_id,
        CASE kind WHEN 'reply' THEN 'replies' WHEN 'forward' THEN 'forwards' ELSE 'mentions' END AS kind,
        message_id,
        sent_at
    FROM meant
    WHERE account_id IS NOT NULL
    UNION
    SELECT account_id, target, kind, message_id, sent_at FROM named
    UNION
    SELECT judged.account_id, meant.target_account_id, judged.kind, judged.message_id, judged.sent_at
    FROM judged
    JOIN meant ON meant.message_id = judged.message_id
    WHERE meant.kind <> 'forward'
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
