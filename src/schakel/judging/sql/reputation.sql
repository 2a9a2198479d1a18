-- What others say of each seller. Trust is kept in thousandths of one full witness, as whole numbers.
-- A doubt about a witness counts as far as it is unusual here: where nearly everybody writes little or thanks in the
-- same words, that sets nobody apart. What is usual is seen at those who do not live of praise, so hired mouths cannot set it.
WITH plain AS (
    SELECT * FROM witnesses WHERE act IN ('vouch', 'warning') AND NOT praises_only AND NOT in_ring
), rare AS (
    SELECT
        round(1 - count(*) FILTER (is_new) / (count(*) + $usual_witnesses), 2) AS is_new,
        round(1 - count(*) FILTER (writes_little) / (count(*) + $usual_witnesses), 2) AS writes_little,
        round(1 - count(*) FILTER (one_seller AND never_asked) / (count(*) + $usual_witnesses), 2) AS one_seller,
        round(1 - count(*) FILTER (never_asked) / (count(*) + $usual_witnesses), 2) AS never_asked,
        round(1 - count(*) FILTER (copied) / (count(*) + $usual_witnesses), 2) AS copied,
        round(1 - count(*) FILTER (praises_widely) / (count(*) FILTER (act = 'vouch') + $usual_witnesses), 2) AS praises_widely
    FROM plain
), weighed AS (
    SELECT
        w.*,
        -- who speaks of sellers again and again and is no customer of any, where most who speak are
        w.praises_only OR w.never_asked AND w.speaks_again AND r.never_asked >= $customers_usual AS hired,
        round(
            1000
            * CASE WHEN w.is_new THEN pow($trust_new, r.is_new) ELSE 1.0 END
            * CASE WHEN w.writes_little THEN pow($trust_few, r.writes_little) ELSE 1.0 END
            * CASE WHEN w.one_seller AND w.never_asked THEN pow($trust_one_seller, r.one_seller) ELSE 1.0 END
            * CASE WHEN w.praises_only THEN $trust_praises ELSE 1.0 END
            * CASE WHEN w.never_asked THEN pow($trust_never_asked, r.never_asked) ELSE 1.0 END
            * CASE WHEN w.copied THEN pow($trust_copied, r.copied) ELSE 1.0 END
            * CASE WHEN w.praises_widely THEN pow($trust_praises_widely, r.praises_widely) ELSE 1.0 END
            * CASE WHEN w.in_ring THEN $trust_ring ELSE 1.0 END
            * CASE WHEN w.sells AND (w.act IN ('warning', 'told-ill') OR w.short) THEN $trust_competitor ELSE 1.0 END
            * CASE WHEN w.waits THEN $trust_no_answer ELSE 1.0 END
            * CASE WHEN w.weak AND w.act = 'warning' THEN $trust_weak ELSE 1.0 END
            * CASE WHEN w.short THEN $trust_short ELSE 1.0 END
        )::BIGINT AS trust
    FROM witnesses w
    CROSS JOIN rare r
), heads AS (
    SELECT seller_no, act, account_id, max(trust) AS trust, min(sent_at) AS first_at, bool_or(hired) AS hired
    FROM weighed
    GROUP BY seller_no, act, account_id
), counted AS (
    SELECT
        seller_no,
        count(*) FILTER (act = 'warning') AS warners,
        coalesce(sum(trust) FILTER (act = 'warning'), 0) AS warner_trust,
        min(first_at) FILTER (act = 'warning') AS first_warned,
        count(*) FILTER (act = 'vouch') AS vouchers,
        coalesce(sum(trust) FILTER (act = 'vouch'), 0) AS voucher_trust,
        count(*) FILTER (act = 'vouch' AND hired) AS hired,
        count(*) FILTER (act = 'grumble') AS grumblers,
        coalesce(sum(trust) FILTER (act = 'grumble'), 0) AS grumbler_trust,
        count(*) FILTER (act = 'told-well') AS tell_well,
        coalesce(sum(trust) FILTER (act = 'told-well'), 0) AS well_trust,
        count(*) FILTER (act = 'told-ill') AS tell_ill,
        coalesce(sum(trust) FILTER (act = 'told-ill'), 0) AS ill_trust,
        count(*) FILTER (act = 'listed') AS listers,
        count(*) FILTER (act = 'trusted') AS trusters
    FROM heads
    GROUP BY seller_no
), listed AS (
    SELECT
        seller_no,
        min(message_id, $most::INTEGER) FILTER (act = 'warning') AS warnings,
        min(message_id, $most::INTEGER) FILTER (act = 'vouch') AS vouches,
        min(message_id, $most::INTEGER) FILTER (act = 'grumble') AS grumbles,
        min(message_id, $most::INTEGER) FILTER (act IN ('told-well', 'told-ill')) AS told,
        min(message_id, $most::INTEGER) FILTER (act = 'listed') AS scam_lists,
        min(message_id, $most::INTEGER) FILTER (act = 'trusted') AS trust_lists
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
), heard AS ( -- how many people spoke of each seller, and how, by its number of ads
    SELECT o.seller_no, o.offers, p.act, CASE p.act WHEN 'warning' THEN c.warners ELSE c.vouchers END AS people
    FROM offered o
    CROSS JOIN (VALUES ('warning'), ('vouch')) p (act)
    LEFT JOIN counted c USING (seller_no)
), powers AS ( -- people grow with ads to some power (Poisson): one who posts twice is not spoken of as one who posts all day
    SELECT
        act, power,
        coalesce(sum(people), 0) AS people,
        fsum(pow(offers, power)) AS ads,
        power * coalesce(fsum(people * ln(offers)), 0)
            - coalesce(sum(people), 0) * ln(greatest(fsum(pow(offers, power)), 1))
            - pow((power - $spoken_power) / $spoken_spread, 2) / 2 AS fit
    FROM heard
    CROSS JOIN (SELECT unnest([0.25, 0.40, 0.55, 0.70, 0.85, 1.0])::DOUBLE AS power)
    GROUP BY act, power
), market AS (
    SELECT act, power, people / greatest(ads, 1) AS rate
    FROM powers
    QUALIFY row_number() OVER (PARTITION BY act ORDER BY round(fit, 6) DESC, power) = 1
)
SELECT
    k.seller_no,
    coalesce(o.offers, 0)::BIGINT AS offers,
    coalesce(c.warners, 0)::BIGINT AS warners,
    coalesce(c.warner_trust, 0)::BIGINT AS warner_trust,
    epoch(c.first_warned)::BIGINT AS first_warned,
    coalesce(c.vouchers, 0)::BIGINT AS vouchers,
    coalesce(c.voucher_trust, 0)::BIGINT AS voucher_trust,
    coalesce(c.hired, 0)::BIGINT AS hired,
    coalesce(c.grumblers, 0)::BIGINT AS grumblers,
    coalesce(c.grumbler_trust, 0)::BIGINT AS grumbler_trust,
    coalesce(c.tell_well, 0)::BIGINT AS tell_well,
    coalesce(c.well_trust, 0)::BIGINT AS well_trust,
    coalesce(c.tell_ill, 0)::BIGINT AS tell_ill,
    coalesce(c.ill_trust, 0)::BIGINT AS ill_trust,
    coalesce(c.listers, 0)::BIGINT AS listers,
    coalesce(c.trusters, 0)::BIGINT AS trusters,
    round(coalesce(pow(o.offers, w.power) * w.rate, 0), 3) AS warners_usual,
    round(coalesce(pow(o.offers, v.power) * v.rate, 0), 3) AS vouchers_usual,
    l.warnings,
    l.vouches,
    l.grumbles,
    l.told,
    l.scam_lists,
    l.trust_lists,
    o.ads
FROM subjects k
LEFT JOIN market w ON w.act = 'warning'
LEFT JOIN market v ON v.act = 'vouch'
LEFT JOIN offered o USING (seller_no)
LEFT JOIN counted c USING (seller_no)
LEFT JOIN listed l USING (seller_no)
ORDER BY k.seller_no
