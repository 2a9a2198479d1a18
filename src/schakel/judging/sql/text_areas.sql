-- Places that ads name for their trade, a row per text and place, and the area that a landline number in them points to.
WITH named AS (
    SELECT text_no, unnest(places) AS place
    FROM seller_texts
    WHERE act = 'offer' AND len(places) > 0
)
SELECT DISTINCT text_no, place.province AS province, place.municipality AS municipality, FALSE AS dialled
FROM named
WHERE place.province IS NOT NULL
UNION ALL
SELECT DISTINCT t.text_no, d.province, d.municipality, TRUE
FROM seller_texts t
JOIN selectors s ON s.message_id = t.message_id AND s.type = 'phone'
JOIN dialling d ON starts_with(s.value, d.code)
WHERE t.act = 'offer'
ORDER BY ALL
