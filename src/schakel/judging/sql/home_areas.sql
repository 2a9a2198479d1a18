-- Places that each seller names for its trade: copies of offers per municipality and province,
-- and the area that a landline number in its own offers points to.
WITH named AS (
    SELECT seller_no, copies, text_no, unnest(places) AS place
    FROM seller_texts
    WHERE act = 'offer' AND len(places) > 0
), written AS (
    SELECT DISTINCT seller_no, text_no, copies, place.province AS province, place.municipality AS municipality
    FROM named
    WHERE place.province IS NOT NULL
), dialled AS (
    SELECT DISTINCT t.seller_no, t.text_no, t.copies, d.province, d.municipality
    FROM seller_texts t
    JOIN selectors s ON s.message_id = t.message_id AND s.type = 'phone'
    JOIN dialling d ON starts_with(s.value, d.code)
    WHERE t.act = 'offer'
)
SELECT
    seller_no,
    province,
    municipality,
    sum(copies)::BIGINT AS copies,
    list_sort(list(DISTINCT text_no))[1:$most::INTEGER] AS messages
FROM (SELECT * FROM written UNION ALL SELECT * FROM dialled)
GROUP BY seller_no, province, municipality
ORDER BY seller_no, province, municipality NULLS FIRST
