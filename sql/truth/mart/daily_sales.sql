-- Sales by day.
SELECT day, unnest(measures)
FROM (SELECT day, measures(movement) AS measures FROM movements GROUP BY ALL)
