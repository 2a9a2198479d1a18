-- What stands in the workspace, in numbers, all about it as a whole.
SELECT
    '' AS workspace,
    (SELECT count(*) FROM messages) AS messages,
    (SELECT count(*) FROM offers WHERE act = 'offer') AS offers,
    (SELECT count(DISTINCT text_id) FROM offers WHERE act = 'offer') AS unique_offers,
    (SELECT count(*) FROM templates) AS campaigns,
    (SELECT count(DISTINCT seller_id) FROM sellers) AS sellers,
    (SELECT count(*) FROM quarantine) AS quarantined,
    (SELECT count(*) FROM leads) AS leads,
    (SELECT count(*) FROM plan WHERE chosen) AS chosen,
    (SELECT count(*) FROM sources) AS sources,
    (SELECT count(*) FROM chats) AS chats,
    (SELECT coalesce(sum(ids_missing), 0)::BIGINT FROM coverage) AS missing,
    (SELECT min(sent_at) FROM messages) AS first_sent,
    (SELECT max(sent_at) FROM messages) AS last_sent
ORDER BY messages
