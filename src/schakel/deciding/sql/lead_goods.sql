-- One row per seller that offers something: the offer that weighs heaviest in days of sentence, what else it offers,
-- and how its trade looks. Read once per text, not per copy.
WITH member AS (
    SELECT member_id AS account_id, min(seller_id) AS seller_id
    FROM sellers
    WHERE member_kind = 'account'
    GROUP BY member_id
), posted AS (
    SELECT
        m.seller_id,
        o.text_id,
        min(o.message_id) AS message_id,
        count(*) AS copies,
        max(o.sent_at) AS last_at
    FROM offers o
    JOIN member m USING (account_id)
    WHERE o.act = 'offer'
    GROUP BY m.seller_id, o.text_id
), met AS MATERIALIZED (
    SELECT
        p.*,
        list_has_any(coalesce(o.delivery, []), ['courier', 'pickup']) AS meets
    FROM posted p
    JOIN offers o ON o.message_id = p.message_id AND o.act = 'offer'
), lines AS MATERIALIZED ( -- one copy of each text first: the joins below then see a few lines in a hundred
    SELECT p.seller_id, p.message_id, i.line, i.commodity, i.quantity, i.unit, i.scale
    FROM items i
    JOIN met p ON p.message_id = i.message_id
), sized AS MATERIALIZED (
    SELECT
        l.*,
        coalesce(c.class, 'other') AS class,
        CASE WHEN isfinite(l.quantity) AND l.quantity > 0 THEN round(l.quantity * u.factor, 6) END AS amount
    FROM lines l
    LEFT JOIN classes c ON c.commodity = l.commodity
    LEFT JOIN unit_factors u ON u.class = coalesce(c.class, 'other') AND u.unit = l.unit
), valued AS (
    SELECT
        s.*,
        h.days,
        row_number() OVER (
            PARTITION BY s.seller_id
            ORDER BY h.days DESC, s.amount DESC NULLS LAST, s.commodity, s.message_id, s.line
        ) AS place
    FROM sized s
    JOIN harm_steps h
      ON h.class = s.class
     AND (CASE WHEN s.amount IS NULL THEN h.above IS NULL ELSE s.amount > h.above AND s.amount <= h.up_to END)
), shelf AS (
    SELECT
        seller_id,
        string_agg(DISTINCT commodity, ', ' ORDER BY commodity) AS commodities,
        bool_or(scale = 'bulk') AS bulk,
        bool_and(coalesce(scale, '') != 'bulk' AND class IN (SELECT class FROM user_classes)
                 AND (scale = 'retail' OR amount IS NULL)) AS user_only,
        bool_or(class IN ('firearms', 'explosives', 'ammunition', 'weapon-parts')) AS weapons
    FROM sized
    GROUP BY seller_id
), trade AS (
    SELECT
        seller_id,
        sum(copies)::BIGINT AS copies,
        count(*) AS texts,
        max(last_at) AS last_at,
        bool_or(meets) AS meets,
        min(message_id, 10) AS messages
    FROM met
    GROUP BY seller_id
), newest AS MATERIALIZED (
    SELECT max(sent_at) AS last_at FROM messages
), number_of AS (
    SELECT
        seller_id,
        count(*) FILTER (member_kind = 'account') AS accounts,
        bool_or(member_kind = 'account' AND account_tg_id IS NOT NULL) AS numbered
    FROM sellers
    GROUP BY seller_id
)
SELECT
    t.seller_id,
    t.copies,
    t.texts,
    t.meets,
    t.messages,
    date_diff('day', t.last_at, (SELECT last_at FROM newest)) AS silent_days,
    (SELECT last_at FROM newest)::DATE AS last_day,
    n.accounts,
    n.numbered,
    coalesce(v.class, 'other') AS class,
    v.commodity,
    v.quantity,
    v.unit,
    v.amount,
    v.message_id AS heaviest,
    coalesce(s.commodities, '') AS commodities,
    coalesce(s.bulk, FALSE) AS bulk,
    coalesce(s.user_only, FALSE) AS user_only,
    coalesce(s.weapons, FALSE) AS weapons
FROM trade t
LEFT JOIN number_of n USING (seller_id)
LEFT JOIN valued v ON v.seller_id = t.seller_id AND v.place = 1
LEFT JOIN shelf s ON s.seller_id = t.seller_id
ORDER BY t.seller_id
