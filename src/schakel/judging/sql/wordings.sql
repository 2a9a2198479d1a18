-- Texts of offers that say what another seller's ad said before, whatever the prices, contacts and emoji in them:
-- the share of a text's rows of three words that one other seller used earlier than this seller did in any text, so who writes an
-- ad of its own anew after somebody copied it is no copier. Rows of words that many sellers use are the common language of
-- the market and tell nothing; a text of only such rows is not judged. `borrowed` is the chance that the other is somebody else.
WITH plain AS MATERIALIZED (
    SELECT
        t.seller_no,
        t.text_no,
        t.first_at,
        t.board,
        string_split(trim(regexp_replace(
            regexp_replace(
                lower(left(g.text, 2000)),
                '@\S+|(https?://|www\.|t\.me/)\S+|\b[a-z0-9]*[0-9][a-z0-9]{19,}\b', ' ', 'g'),
            '[^\p{L}]+', ' ', 'g')), ' ') AS words
    FROM written t
    JOIN read_texts g USING (text_id)
), rows_of_words AS MATERIALIZED (
    SELECT
        seller_no, text_no, first_at, board,
        unnest(list_distinct(list_transform(
            range(1, len(words) - 1), lambda i: hash(words[i], words[i + 1], words[i + 2])))) AS said
    FROM plain
    WHERE len(words) >= $rare_rows + 2
), used AS MATERIALIZED (
    SELECT said, seller_no, any_value(board) AS board, min(first_at) AS first_at
    FROM rows_of_words
    GROUP BY said, seller_no
), rare AS MATERIALIZED (
    SELECT said, count(*) AS sellers
    FROM used
    GROUP BY said
    HAVING count(*) <= greatest($shared_sellers, $shared_share * (SELECT count(DISTINCT seller_no) FROM plain))
), told AS MATERIALIZED (
    SELECT w.seller_no, w.text_no, w.said, r.sellers
    FROM rows_of_words w
    JOIN rare r USING (said)
), sizes AS (
    SELECT text_no, any_value(seller_no) AS seller_no, count(*) AS told FROM told GROUP BY text_no
), before AS (
    SELECT o.said, o.seller_no, u.seller_no AS first_no
    FROM used o
    JOIN used u ON u.said = o.said AND u.seller_no != o.seller_no AND u.first_at < o.first_at
    WHERE NOT u.board
), matched AS (
    SELECT t.text_no, b.first_no, count(*) AS shared
    FROM told t
    JOIN before b ON b.said = t.said AND b.seller_no = t.seller_no
    WHERE t.sellers > 1
    GROUP BY t.text_no, b.first_no
), other AS (
    SELECT m.text_no, max(1 - coalesce(k.probability, 0)) AS chance
    FROM matched m
    JOIN sizes s USING (text_no)
    LEFT JOIN kin k ON k.seller_no = s.seller_no AND k.other_no = m.first_no
    WHERE m.shared / s.told >= $borrowed_words
    GROUP BY m.text_no
)
SELECT s.text_no, coalesce(o.chance, 0)::DOUBLE AS borrowed
FROM sizes s
LEFT JOIN other o USING (text_no)
WHERE s.told >= $rare_rows
ORDER BY s.text_no
