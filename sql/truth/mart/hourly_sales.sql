-- Sales by the hour of the time line.
SELECT hour, unnest(measures)
FROM (SELECT hour, measures(movement) AS measures FROM movements GROUP BY ALL)
