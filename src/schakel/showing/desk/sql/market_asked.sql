-- What is asked for the amounts that most sellers offer, as the measuring step found it: the middle, and four in five.
SELECT commodity, quantity, unit, sellers, sellers AS prices, middle, low, high
FROM (
    SELECT
        subject AS commodity, CAST("key" AS DOUBLE) AS quantity, substring(unit, length('EUR for ') + 1) AS unit,
        "rows" AS sellers, value AS middle, low, high
    FROM market
    WHERE section = 'price' AND measure = 'asked' AND starts_with(unit, 'EUR for ')
)
QUALIFY row_number() OVER (PARTITION BY commodity ORDER BY sellers DESC, quantity, unit) <= $amounts
ORDER BY commodity, quantity, unit
