-- Texts and photos of each seller's offers that another used first, and for how many that counts: each by the chance that the other is somebody else.
-- A campaign is borrowed if another seller wrote it first, or if its words were another's. Forwards and noticeboards make no author.
WITH posters AS (
    SELECT campaign_id, seller_no, min(first_at) AS first_at, bool_or(board) AS board
    FROM written
    WHERE campaign_id IS NOT NULL
    GROUP BY campaign_id, seller_no
), common AS ( -- what so many sellers post is nobody's own
    SELECT campaign_id
    FROM posters
    GROUP BY campaign_id
    HAVING count(*) > greatest($shared_sellers, $shared_share * (SELECT count(DISTINCT seller_no) FROM posters))
), before AS (
    SELECT p.campaign_id, p.seller_no, max(1 - coalesce(k.probability, 0)) AS chance
    FROM posters p
    JOIN posters e ON e.campaign_id = p.campaign_id AND e.seller_no != p.seller_no AND e.first_at < p.first_at
    LEFT JOIN kin k ON k.seller_no = p.seller_no AND k.other_no = e.seller_no
    WHERE NOT e.board AND p.campaign_id NOT IN (SELECT campaign_id FROM common)
    GROUP BY p.campaign_id, p.seller_no
), used AS (
    SELECT
        t.seller_no, t.campaign_id, t.text_no,
        greatest(coalesce(b.chance, 0), coalesce(w.borrowed, 0)) AS chance
    FROM written t
    LEFT JOIN before b ON b.campaign_id = t.campaign_id AND b.seller_no = t.seller_no
    LEFT JOIN wordings w USING (text_no)
    WHERE t.campaign_id IS NOT NULL
), by_campaign AS (
    SELECT
        seller_no, campaign_id,
        max(chance) AS chance,
        list(text_no) FILTER (chance > 0) AS borrowed,
        list(text_no) FILTER (chance = 0) AS own
    FROM used
    GROUP BY seller_no, campaign_id
), texts AS (
    SELECT
        seller_no,
        count(*) AS texts,
        count(*) FILTER (chance > 0) AS texts_borrowed,
        round(fsum(chance), 3) AS texts_of_others,
        list_sort(flatten(list(borrowed) FILTER (borrowed IS NOT NULL)))[1:$most::INTEGER] AS borrowed_text_messages,
        list_sort(flatten(list(own) FILTER (own IS NOT NULL)))[1:$most::INTEGER] AS own_text_messages
    FROM by_campaign
    GROUP BY seller_no
), shown AS MATERIALIZED ( -- whoever is no seller stands under -1
    SELECT
        g.media_sha256,
        coalesce(m.seller_no, -1) AS seller_no,
        min(g.sent_at) AS first_at,
        min(g.message_id, 5) AS messages
    FROM messages g
    LEFT JOIN members m ON m.member_kind = 'account' AND m.member_id = g.account_id
    ANTI JOIN (SELECT message_id FROM mentions WHERE kind = 'forward') f ON f.message_id = g.message_id
    WHERE g.media_sha256 IS NOT NULL AND g.account_id IS NOT NULL AND g.sent_at IS NOT NULL
    GROUP BY g.media_sha256, coalesce(m.seller_no, -1)
), boards AS (
    SELECT DISTINCT seller_no FROM written WHERE board
), photos_before AS (
    SELECT s.media_sha256, s.seller_no, max(1 - coalesce(k.probability, 0)) AS chance
    FROM shown s
    JOIN shown e ON e.media_sha256 = s.media_sha256 AND e.seller_no != s.seller_no AND e.first_at < s.first_at
    LEFT JOIN kin k ON k.seller_no = s.seller_no AND k.other_no = e.seller_no
    ANTI JOIN boards b ON b.seller_no = e.seller_no
    GROUP BY s.media_sha256, s.seller_no
), judged AS (
    SELECT s.seller_no, s.media_sha256, s.messages, coalesce(b.chance, 0) AS chance
    FROM shown s
    LEFT JOIN photos_before b ON b.media_sha256 = s.media_sha256 AND b.seller_no = s.seller_no
    WHERE s.seller_no >= 0
), photos AS (
    SELECT
        seller_no,
        count(*) AS photos,
        count(*) FILTER (chance > 0) AS photos_borrowed,
        round(fsum(chance), 3) AS photos_of_others,
        list_sort(flatten(list(messages) FILTER (chance > 0)))[1:$most::INTEGER] AS borrowed_photo_messages,
        list_sort(flatten(list(messages) FILTER (chance = 0)))[1:$most::INTEGER] AS own_photo_messages
    FROM judged
    GROUP BY seller_no
)
SELECT
    k.seller_no,
    coalesce(t.texts, 0)::BIGINT AS texts,
    coalesce(t.texts_borrowed, 0)::BIGINT AS texts_borrowed,
    coalesce(t.texts_of_others, 0)::DOUBLE AS texts_of_others,
    coalesce(p.photos, 0)::BIGINT AS photos,
    coalesce(p.photos_borrowed, 0)::BIGINT AS photos_borrowed,
    coalesce(p.photos_of_others, 0)::DOUBLE AS photos_of_others,
    t.borrowed_text_messages,
    t.own_text_messages,
    p.borrowed_photo_messages,
    p.own_photo_messages
FROM subjects k
LEFT JOIN texts t USING (seller_no)
LEFT JOIN photos p USING (seller_no)
ORDER BY k.seller_no
