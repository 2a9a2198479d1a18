-- Ads and different ads of each seller, most first.
SELECT seller_id, count(*) AS ads, count(DISTINCT text_id) AS texts FROM ads GROUP BY seller_id ORDER BY ads DESC, seller_id
