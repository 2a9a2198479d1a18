-- What each account says in ads and requests, each different text once.
WITH said AS (
    SELECT DISTINCT account_id, text_id
    FROM offers
    WHERE act IN ('offer', 'request') AND account_id IS NOT NULL
)
SELECT said.account_id, read_texts.text
FROM said
JOIN read_texts USING (text_id)
WHERE read_texts.text IS NOT NULL
ORDER BY said.account_id, said.text_id
