-- Each different text as a 64-bit hash: at 10^7 texts their count is off by one with a chance below 10^-5, and no
-- other table depends on it.
SELECT DISTINCT hash(text) AS hashed FROM messages WHERE text <> '' ORDER BY hashed
