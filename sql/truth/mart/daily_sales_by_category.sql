-- Sales of each category, that of the revision which a line names, by day.
SELECT day, category, unnest(measures)
FROM (SELECT day, category, measures(movement) AS measures FROM movements GROUP BY ALL)
