-- What others say of each seller. Trust is kept in thousandths of one full witness, as whole numbers.
-- A doubt about a witness counts as far as it is unusual here: where nearly everybody writes little or thanks in the
-- same words, that sets nobody apart. What is usual is seen at those who do not live of praise, so hired mouths cannot set it.
WITH plain AS (
    SELECT * FROM witnesses WHERE NOT praises_only AND NOT in_ring
), rare AS (
    SELECT
        round(1 - count(*) FILTER (is_new) / (count(*) + $usual_witnesses), 2) AS is_new,
        round(1 - count(*) FILTER (writes_little) / (count(*) + $usual_witnesses), 2) AS writes_little,
        round(1 - count(*) FILTER (one_seller) / (count(*) + $usual_witnesses), 2) AS one_seller,
        round(1 - count(*) FILTER (never_asked) / (count(*) + $usual_witnesses), 2) AS never_asked,
        round(1 - count(*) FILTER (copied) / (count(*) + $usual_witnesses), 2) AS copied
    FROM plain
), weighed AS (
    SELECT
        w.*,
        round(
            1000
            * CASE WHEN w.is_new THEN pow($trust_new, r.is_new) ELSE 1.0 END
            * CASE WHEN w.writes_little THEN pow($trust_few, r.writes_little) ELSE 1.0 END
            * CASE WHEN w.one_seller THEN pow($trust_one_seller, r.one_seller) ELSE 1.0 END
            * CASE WHEN w.praises_only THEN $trust_praises ELSE 1.0 END
            * CASE WHEN w.never_asked THEN pow($trust_never_asked, r.never_asked) ELSE 1.0 END
            * CASE WHEN w.copied THEN pow($trust_copied, r.copied) ELSE 1.0 END
            * CASE WHEN w.in_ring THEN $trust_ring ELSE 1.0 END
            * CASE WHEN w.sells AND w.act = 'warning' THEN $trust_competitor ELSE 1.0 END
        )::BIGINT AS trust
    FROM witnesses w
    CROSS JOIN rare r
), heads AS (
    SELECT seller_no, act, account_id, max(trust) AS trust, min(sent_at) AS first_at
    FROM weighed
    GROUP BY seller_no, act, account_id
), counted AS (
    SELECT
        seller_no,
        count(*) FILTER (act = 'warning') AS warners,
        coalesce(sum(trust) FILTER (act = 'warning'), 0) AS warner_trust,
        min(first_at) FILTER (act = 'warning') AS first_warned,
        count(*) FILTER (act = 'vouch') AS vouchers,
        coalesce(sum(trust) FILTER (act = 'vouch'), 0) AS voucher_trust
    FROM heads
    GROUP BY seller_no
), listed AS (
    SELECT
        seller_no,
        min(message_id, $most::INTEGER) FILTER (act = 'warning') AS warnings,
        min(message_id, $most::INTEGER) FILTER (act = 'vouch') AS vouches
    FROM witnesses
    GROUP BY seller_no
), offered AS (
    SELECT
        seller_no,
        sum(copies)::BIGINT AS offers,
        list_sort(list(text_no))[1:$most::INTEGER] AS ads
    FROM seller_texts
    WHERE act = 'offer'
    GROUP BY seller_no
), market AS ( -- how many people speak per ad; a seller with very many ads does not hear from so many more
    SELECT
        (SELECT coalesce(sum(warners), 0) FROM counted) / greatest(sum(sqrt(offers)), 1) AS warners_a_root,
        (SELECT coalesce(sum(vouchers), 0) FROM counted) / greatest(sum(sqrt(offers)), 1) AS vouchers_a_root
    FROM offered
)
SELECT
    k.seller_no,
    coalesce(o.offers, 0)::BIGINT AS offers,
    coalesce(c.warners, 0)::BIGINT AS warners,
    coalesce(c.warner_trust, 0)::BIGINT AS warner_trust,
    epoch(c.first_warned)::BIGINT AS first_warned,
    coalesce(c.vouchers, 0)::BIGINT AS vouchers,
    coalesce(c.voucher_trust, 0)::BIGINT AS voucher_trust,
    round(coalesce(sqrt(o.offers) * m.warners_a_root, 0), 3) AS warners_usual,
    round(coalesce(sqrt(o.offers) * m.vouchers_a_root, 0), 3) AS vouchers_usual,
    l.warnings,
    l.vouches,
    o.ads
FROM subjects k
CROSS JOIN market m
LEFT JOIN offered o USING (seller_no)
LEFT JOIN counted c USING (seller_no)
LEFT JOIN listed l USING (seller_no)
ORDER BY k.seller_no
