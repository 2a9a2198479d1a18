-- Short messages in which somebody speaks of riding, of handling money or of keeping stock: who says it, and where.
-- Ads are left out: what an ad promises says what a seller offers, not what its writer does.
SELECT s.*
FROM spoken s
ANTI JOIN (SELECT message_id FROM offers WHERE act = 'request') q USING (message_id)
ANTI JOIN items i ON i.message_id = s.message_id
ORDER BY s.message_id
