-- Which of the wanted ids are sellers, or accounts and selectors of one.
SELECT subject
FROM wanted
WHERE subject IN (SELECT seller_id FROM sellers) OR subject IN (SELECT member_id FROM sellers)
ORDER BY subject
