-- Texts and photos of each seller's offers that another used first.
-- A campaign counts as borrowed if its first account is not one of the seller's own, or if its words were another's.
WITH first_campaign AS (
    SELECT t.campaign_id, t.first_account_id, m.seller_no AS first_no
    FROM templates t
    LEFT JOIN members m ON m.member_kind = 'account' AND m.member_id = t.first_account_id
    WHERE t.first_account_id IS NOT NULL
), used AS (
    SELECT
        t.seller_no,
        f.campaign_id,
        f.first_no IS DISTINCT FROM t.seller_no OR coalesce(w.borrowed, FALSE) AS borrowed,
        t.text_no
    FROM seller_texts t
    JOIN campaigns c ON c.message_id = t.message_id
    JOIN first_campaign f USING (campaign_id)
    LEFT JOIN wordings w USING (text_no)
    WHERE t.act = 'offer'
), texts AS (
    SELECT
        seller_no,
        count(DISTINCT campaign_id) AS texts,
        count(DISTINCT campaign_id) FILTER (borrowed) AS texts_borrowed,
        list_sort(list(DISTINCT text_no) FILTER (borrowed))[1:$most::INTEGER] AS borrowed_text_messages,
        list_sort(list(DISTINCT text_no) FILTER (NOT borrowed))[1:$most::INTEGER] AS own_text_messages
    FROM used
    GROUP BY seller_no
), shown AS (
    SELECT media_sha256, account_id, min(sent_at) AS first_at, min(message_id, 5) AS messages
    FROM messages
    WHERE media_sha256 IS NOT NULL AND account_id IS NOT NULL AND sent_at IS NOT NULL
    GROUP BY media_sha256, account_id
), ranked AS MATERIALIZED (
    SELECT
        s.media_sha256,
        s.messages,
        s.first_at,
        m.seller_no
    FROM shown s
    LEFT JOIN members m ON m.member_kind = 'account' AND m.member_id = s.account_id
), opened AS (
    SELECT media_sha256, min(first_at) AS first_at FROM ranked GROUP BY media_sha256
), judged AS (
    SELECT
        r.seller_no,
        r.media_sha256,
        bool_and(r.first_at > o.first_at) AS borrowed,
        flatten(list(r.messages)) AS messages
    FROM ranked r
    JOIN opened o USING (media_sha256)
    WHERE r.seller_no IS NOT NULL
    GROUP BY r.seller_no, r.media_sha256
), photos AS (
    SELECT
        seller_no,
        count(*) AS photos,
        count(*) FILTER (borrowed) AS photos_borrowed,
        list_sort(flatten(list(messages) FILTER (borrowed)))[1:$most::INTEGER] AS borrowed_photo_messages,
        list_sort(flatten(list(messages) FILTER (NOT borrowed)))[1:$most::INTEGER] AS own_photo_messages
    FROM judged
    GROUP BY seller_no
)
SELECT
    k.seller_no,
    coalesce(t.texts, 0)::BIGINT AS texts,
    coalesce(t.texts_borrowed, 0)::BIGINT AS texts_borrowed,
    coalesce(p.photos, 0)::BIGINT AS photos,
    coalesce(p.photos_borrowed, 0)::BIGINT AS photos_borrowed,
    t.borrowed_text_messages,
    t.own_text_messages,
    p.borrowed_photo_messages,
    p.own_photo_messages
FROM subjects k
LEFT JOIN texts t USING (seller_no)
LEFT JOIN photos p USING (seller_no)
ORDER BY k.seller_no
