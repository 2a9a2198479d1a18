-- Every different text, in an order that says nothing of the texts, so that the first thousand are a fair sample.
SELECT text, md5(text) AS mark
FROM messages
WHERE text <> ''
GROUP BY text
ORDER BY mark, text
