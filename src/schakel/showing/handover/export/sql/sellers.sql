-- Each proposed seller that the export reaches: what it is made of, whether a ghost, its function, where, and its lead.
WITH chosen AS (SELECT id AS seller_id FROM reach WHERE kind = 'seller'),
made AS (
    SELECT
        seller_id,
        count(*) FILTER (WHERE member_kind = 'account') AS accounts,
        count(*) FILTER (WHERE member_kind = 'selector') AS selectors
    FROM sellers
    SEMI JOIN chosen USING (seller_id)
    GROUP BY seller_id
),
ads AS (
    SELECT sellers.seller_id, count(*) AS ads, min(offers.sent_at) AS first_ad, max(offers.sent_at) AS last_ad
    FROM offers
    JOIN sellers ON sellers.member_id = offers.account_id AND sellers.member_kind = 'account'
    WHERE offers.act = 'offer'
    GROUP BY sellers.seller_id
),
concluded AS (
    SELECT subject_id AS seller_id, kind, label, value, low, high, words, words_nl
    FROM findings
    WHERE subject_kind = 'seller' AND kind IN ('ghost', 'role', 'home-area')
    QUALIFY row_number() OVER (PARTITION BY subject_id, kind ORDER BY value DESC, finding_id) = 1
),
proposed AS (
    SELECT seller_id, first(lead_id ORDER BY worth DESC, lead_id) AS lead_id, first(title ORDER BY worth DESC, lead_id) AS title,
        first(network ORDER BY worth DESC, lead_id) AS network
    FROM leads
    GROUP BY seller_id
)
SELECT
    made.seller_id, made.accounts, made.selectors, ads.ads, ads.first_ad, ads.last_ad,
    ghost.value AS ghost_probability, ghost.low AS ghost_low, ghost.high AS ghost_high, ghost.words AS ghost_words,
    ghost.words_nl AS ghost_words_nl,
    role.label AS role, role.value AS role_probability, role.low AS role_low, role.high AS role_high,
    home.label AS home_area, home.value AS home_share, home.low AS home_low, home.high AS home_high,
    proposed.lead_id, proposed.title, proposed.network
FROM made
LEFT JOIN ads USING (seller_id)
LEFT JOIN concluded AS ghost ON ghost.seller_id = made.seller_id AND ghost.kind = 'ghost'
LEFT JOIN concluded AS role ON role.seller_id = made.seller_id AND role.kind = 'role'
LEFT JOIN concluded AS home ON home.seller_id = made.seller_id AND home.kind = 'home-area'
LEFT JOIN proposed ON proposed.seller_id = made.seller_id
ORDER BY made.seller_id
