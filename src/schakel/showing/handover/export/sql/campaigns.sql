-- Each campaign that the export reaches, with one of its messages.
SELECT
    templates.campaign_id, templates.template, templates.texts, templates.copies, templates.accounts, templates.chats,
    templates.first_seen, templates.last_seen, templates.first_account_id, posts.example
FROM templates
LEFT JOIN (SELECT campaign_id, min(message_id) AS example FROM campaigns GROUP BY campaign_id) AS posts USING (campaign_id)
WHERE templates.campaign_id IN (SELECT id FROM reach WHERE kind = 'campaign')
ORDER BY templates.campaign_id
