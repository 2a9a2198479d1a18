-- What every account does that is no seller's own but has to do with the trade: asks, thanks, warns, recruits, answers
-- for a seller, rides, handles money, keeps stock or keeps a group. `account_no` is its place in this table.
-- A request that does not plainly name goods is a hint only.
WITH others AS (
    SELECT account_id, sum(messages)::BIGINT AS messages,
        bool_or(list_contains(coalesce(flags, []), 'keeper')) AS keeper
    FROM accounts
    WHERE account_id NOT IN (SELECT member_id FROM members WHERE member_kind = 'account')
    GROUP BY account_id
), said AS (
    SELECT message_id FROM remarks
), requests AS MATERIALIZED (
    SELECT account_id, text_id, score, message_id FROM offers WHERE act = 'request' AND message_id NOT IN (FROM said)
), acts AS MATERIALIZED (
    SELECT account_id, act, message_id FROM offers WHERE act = 'recruit' AND message_id NOT IN (FROM said)
    UNION ALL
    SELECT
        account_id,
        if(score >= $plain AND text_id IN (SELECT text_id FROM items WHERE text_id IN (SELECT text_id FROM requests)), 'request', 'hint'),
        message_id
    FROM requests
    UNION ALL
    SELECT account_id, act, message_id FROM witnesses WHERE message_id NOT IN (FROM said)
    UNION ALL -- of a seller that is not seen here, as far as it reads plainly
    SELECT account_id, act, message_id FROM offers
    WHERE act IN ('vouch', 'warning') AND score >= $said AND message_id NOT IN (FROM said)
        AND message_id NOT IN (SELECT message_id FROM messages WHERE forwarded_from IS NOT NULL OR forwarded_from_id IS NOT NULL)
    UNION ALL
    SELECT account_id, 'asks', message_id FROM replies r
    WHERE (r.asks OR r.wonders) AND message_id NOT IN (SELECT message_id FROM offers WHERE act IN ('vouch', 'warning', 'request'))
    UNION ALL
    SELECT h.account_id, 'answers', h.message_id FROM answers_by_others h
    UNION ALL
    SELECT account_id, 'mules', message_id FROM spoken WHERE mules
    UNION ALL
    SELECT account_id, 'calls', message_id FROM spoken WHERE mules OR (seeks AND NOT self_offer)
    UNION ALL
    SELECT account_id, 'courier', message_id FROM remarks WHERE courier OR at_door
    UNION ALL
    SELECT account_id, 'money', message_id FROM remarks WHERE money
    UNION ALL
    SELECT account_id, 'storage', message_id FROM remarks WHERE storage
), counted AS (
    SELECT
        account_id,
        count(*) FILTER (act IN ('request', 'asks')) AS asks,
        count(*) FILTER (act = 'hint') AS hints,
        count(*) FILTER (act = 'vouch') AS vouches,
        count(*) FILTER (act = 'warning') AS warnings,
        count(*) FILTER (act = 'recruit') AS recruits,
        count(*) FILTER (act = 'answers') AS answers,
        count(*) FILTER (act = 'courier') AS rides,
        count(*) FILTER (act = 'money') AS payments,
        count(*) FILTER (act = 'storage') AS stores,
        count(*) FILTER (act = 'mules') AS mules,
        count(*) FILTER (act = 'calls') AS calls
    FROM (SELECT DISTINCT account_id, act, message_id FROM acts WHERE account_id IS NOT NULL)
    GROUP BY account_id
), shown AS (
    SELECT
        account_id,
        min(message_id, $most::INTEGER) FILTER (act IN ('request', 'asks', 'vouch', 'warning')) AS buying_messages,
        min(message_id, $most::INTEGER) FILTER (act = 'hint') AS hint_messages,
        min(message_id, $most::INTEGER) FILTER (act = 'vouch') AS vouch_messages,
        min(message_id, $most::INTEGER) FILTER (act IN ('answers', 'courier')) AS ride_messages,
        min(message_id, $most::INTEGER) FILTER (act = 'money') AS money_messages,
        min(message_id, $most::INTEGER) FILTER (act = 'storage') AS storage_messages,
        min(message_id, $most::INTEGER) FILTER (act = 'mules') AS mule_messages
    FROM acts
    WHERE account_id IS NOT NULL
    GROUP BY account_id
), kept AS (
    SELECT account_id, min(message_id, $most::INTEGER) AS keeper_messages
    FROM messages
    WHERE kind = 'service' AND account_id IN (SELECT account_id FROM others WHERE keeper)
    GROUP BY account_id
)
SELECT
    o.account_id,
    o.messages,
    o.keeper,
    coalesce(c.asks, 0)::BIGINT AS asks,
    coalesce(c.hints, 0)::BIGINT AS hints,
    coalesce(c.vouches, 0)::BIGINT AS vouches,
    coalesce(c.warnings, 0)::BIGINT AS warnings,
    coalesce(c.recruits, 0)::BIGINT AS recruits,
    coalesce(c.answers, 0)::BIGINT AS answers,
    coalesce(c.rides, 0)::BIGINT AS rides,
    coalesce(c.payments, 0)::BIGINT AS payments,
    coalesce(c.stores, 0)::BIGINT AS stores,
    coalesce(c.mules, 0)::BIGINT AS mules,
    coalesce(c.calls, 0)::BIGINT AS calls,
    (SELECT sum(messages)::BIGINT FROM others) AS all_written,
    (SELECT count(*) FROM others) AS all_writers,
    s.buying_messages, s.hint_messages, s.vouch_messages, s.ride_messages, s.money_messages, s.storage_messages, s.mule_messages,
    k.keeper_messages
FROM others o
LEFT JOIN counted c USING (account_id)
LEFT JOIN shown s USING (account_id)
LEFT JOIN kept k USING (account_id)
WHERE o.keeper OR c.account_id IS NOT NULL
ORDER BY o.account_id
