-- Every contact of the workspace once, whether the export reaches it, and what its pseudonym is made from: where it stands first,
-- never its value, so that nobody can try numbers until one fits.
WITH read_ones AS (
    SELECT
        type, value,
        min(message_id) AS first_message,
        count(DISTINCT message_id) AS messages,
        count(DISTINCT account_id) AS accounts,
        bool_or($whole OR account_id IN (SELECT account_id FROM scope_accounts) OR message_id IN (SELECT message_id FROM scope_posts)) AS wanted
    FROM selectors
    GROUP BY type, value
),
placed AS (
    SELECT one.type, one.value, one.first_message, min(place.start) AS start
    FROM read_ones AS one
    JOIN selectors AS place ON place.message_id = one.first_message AND place.type = one.type AND place.value = one.value
    GROUP BY one.type, one.value, one.first_message
),
anchored AS (
    SELECT
        type, value, first_message || ':' || start AS place,
        row_number() OVER (PARTITION BY type, first_message, start ORDER BY value) AS nth
    FROM placed
),
of_sellers AS (
    SELECT
        split_part(member_id, ':', 1) AS type,
        substr(member_id, instr(member_id, ':') + 1) AS value,
        min(seller_id) AS seller_id,
        bool_or(seller_id IN (SELECT id FROM reach WHERE kind = 'seller')) AS wanted
    FROM sellers
    WHERE member_kind = 'selector'
    GROUP BY member_id
)
SELECT
    coalesce(one.type, own.type) AS type,
    coalesce(one.value, own.value) AS value,
    coalesce(
        anchored.place || ':' || anchored.nth,
        own.seller_id || ':' || row_number() OVER (PARTITION BY own.seller_id, own.type, one.type IS NULL ORDER BY own.value)
    ) AS anchor,
    coalesce(one.messages, 0) AS messages,
    coalesce(one.accounts, 0) AS accounts,
    coalesce(one.wanted, false) OR coalesce(own.wanted, false) AS wanted
FROM read_ones AS one
FULL JOIN of_sellers AS own ON own.type = one.type AND own.value = one.value
LEFT JOIN anchored ON anchored.type = one.type AND anchored.value = one.value
ORDER BY type, anchor
