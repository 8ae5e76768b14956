-- Sales by month, known by its first day.
SELECT month, unnest(measures)
FROM (SELECT month, measures(movement) AS measures FROM movements GROUP BY ALL)
