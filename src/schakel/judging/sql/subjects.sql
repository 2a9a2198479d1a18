-- Every seller once, with a number by the order of the ids; all other steps speak of that number.
SELECT
    seller_id,
    (row_number() OVER (ORDER BY seller_id) - 1)::INTEGER AS seller_no
FROM (SELECT DISTINCT seller_id FROM sellers WHERE seller_id IS NOT NULL)
ORDER BY seller_id
