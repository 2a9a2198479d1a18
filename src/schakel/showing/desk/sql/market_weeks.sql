-- Per week: offers and sellers seen, sellers seen for the first time, and for the last time.
WITH seen AS (
    SELECT coalesce(sellers.seller_id, offers.account_id) AS who, date_trunc('week', offers.sent_at)::DATE AS week, count(*) AS ads
    FROM offers
    LEFT JOIN sellers ON sellers.member_kind = 'account' AND sellers.member_id = offers.account_id
    WHERE offers.act = 'offer' AND offers.sent_at IS NOT NULL
    GROUP BY who, week
), lives AS (
    SELECT who, min(week) AS first_week, max(week) AS last_week FROM seen GROUP BY who
)
SELECT
    seen.week,
    sum(seen.ads)::BIGINT AS ads,
    count(*) AS sellers,
    count(*) FILTER (WHERE lives.first_week = seen.week) AS new,
    count(*) FILTER (WHERE lives.last_week = seen.week) AS last_seen
FROM seen
JOIN lives ON lives.who = seen.who
GROUP BY seen.week
ORDER BY seen.week
