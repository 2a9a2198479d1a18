-- What each seller writes beside its ads, and which of its ads it changed after posting; and how much of either is usual here of who posts as
-- many ads. Beside are words of its own that are no act and answer nobody: that it is online, on its way, sold out. Whoever talks very much
-- is one voice among the sellers here, so no more than a part of its ads (`talk_counted`) counts in what is usual.
WITH acts AS (
    SELECT message_id, bool_or(act = 'offer') AS offers FROM offers GROUP BY message_id
), written AS MATERIALIZED ( -- what is wanted of a text is told here, so that texts are not carried along
    SELECT
        m.seller_no, g.message_id,
        g.reply_to IS NULL AND g.text <> '' AND g.forwarded_from IS NULL AND g.forwarded_from_id IS NULL AS alone,
        g.edited_at IS NOT NULL AS edited
    FROM messages g
    JOIN members m ON m.member_kind = 'account' AND m.member_id = g.account_id
    WHERE g.kind IS DISTINCT FROM 'service'
), own AS (
    SELECT w.seller_no, w.message_id, a.offers, a.message_id IS NULL AND w.alone AS beside, w.edited
    FROM written w
    LEFT JOIN acts a USING (message_id)
), counted AS (
    SELECT
        seller_no,
        count(*) FILTER (offers) AS ads,
        count(*) FILTER (beside) AS talk,
        count(*) FILTER (offers AND edited) AS mended,
        min(message_id, $most::INTEGER) FILTER (offers) AS ad_messages,
        min(message_id, $most::INTEGER) FILTER (beside) AS talk_messages,
        min(message_id, $most::INTEGER) FILTER (offers AND edited) AS mended_messages
    FROM own
    GROUP BY seller_no
), usual AS (
    SELECT
        coalesce(fsum(least(talk, $talk_counted * ads)) / greatest(sum(ads), 1), 0) AS talk,
        coalesce(sum(mended) / greatest(sum(ads), 1), 0) AS mended
    FROM counted
)
SELECT
    k.seller_no,
    coalesce(c.ads, 0)::BIGINT AS ads,
    coalesce(c.talk, 0)::BIGINT AS talk,
    coalesce(c.mended, 0)::BIGINT AS mended,
    round(coalesce(c.ads, 0) * u.talk, 3) AS talk_usual,
    round(coalesce(c.ads, 0) * u.mended, 3) AS mended_usual,
    c.ad_messages,
    c.talk_messages,
    c.mended_messages
FROM subjects k
CROSS JOIN usual u
LEFT JOIN counted c USING (seller_no)
ORDER BY k.seller_no
