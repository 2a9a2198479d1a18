-- What one run found, in numbers. `texts` holds the different texts, part by part.
SELECT
    (SELECT count(*) FROM messages) AS messages,
    (SELECT count(DISTINCT hashed) FROM texts) AS unique_texts,
    (SELECT count(*) FROM offers WHERE act = 'offer') AS offers,
    (SELECT count(DISTINCT text_id) FROM offers WHERE act = 'offer') AS unique_offers,
    (SELECT count(DISTINCT campaign_id) FROM campaigns) AS campaigns,
    (SELECT count(DISTINCT seller_id) FROM sellers) AS sellers,
    (SELECT count(DISTINCT account_id) FROM offers WHERE act = 'offer') AS offering_accounts,
    (SELECT count(*) FROM quarantine) AS quarantined,
    (SELECT count(*) FROM leads) AS leads
ORDER BY messages
