-- Pairs of accounts whose own offers give the same prices for several amounts of a good, and how rare that is.
-- A ladder is rare when few of those who sell the good have it: log10 of sellers of the good by accounts with the ladder.
WITH ladders AS (
    SELECT
        text_id,
        commodity,
        string_agg(
            concat_ws(' ', quantity, unit, price, currency), ', ' ORDER BY unit, quantity, price, currency
        ) AS ladder,
        count(*) AS lines
    FROM own_items
    WHERE price IS NOT NULL
    GROUP BY text_id, commodity
    HAVING count(*) >= 2
),
shown AS (
    SELECT
        own_posts.account_id,
        ladders.commodity,
        ladders.ladder,
        any_value(ladders.lines) AS lines,
        min(own_posts.messages[1]) AS message
    FROM own_posts
    JOIN ladders ON ladders.text_id = own_posts.text_id
    GROUP BY own_posts.account_id, ladders.commodity, ladders.ladder
),
selling AS (SELECT commodity, count(DISTINCT account_id) AS sellers FROM shown GROUP BY commodity),
counted AS (SELECT *, count(*) OVER (PARTITION BY commodity, ladder) AS users FROM shown),
rare AS (
    SELECT counted.*, log10(selling.sellers / counted.users) AS rarity
    FROM counted
    JOIN selling ON selling.commodity = counted.commodity
    WHERE counted.users BETWEEN 2 AND $most
),
goods AS (
    SELECT
        l.account_id AS left_id,
        r.account_id AS right_id,
        l.commodity,
        max(l.rarity) AS rarity,
        max(l.lines) AS lines,
        min(l.users) AS users,
        min(l.commodity || ' ' || l.ladder) AS detail,
        min(l.message) AS left_message,
        min(r.message) AS right_message
    FROM rare AS l
    JOIN rare AS r ON r.commodity = l.commodity AND r.ladder = l.ladder AND r.account_id > l.account_id
    GROUP BY l.account_id, r.account_id, l.commodity
)
SELECT
    left_id,
    right_id,
    substring(string_agg(detail, '; ' ORDER BY commodity), 1, 200) AS detail,
    min(users) AS users,
    round(sum(rarity), 4) AS rarity,
    count(*) AS goods,
    [min(left_message), min(right_message)] AS messages
FROM goods
GROUP BY left_id, right_id
HAVING sum(lines) >= $ladder_lines AND sum(rarity) >= $ladder_rarity
ORDER BY left_id, right_id
