-- Sales of each category, that of the revision which a line names, by month.
SELECT month, category, unnest(measures)
FROM (SELECT month, category, measures(movement) AS measures FROM movements GROUP BY ALL)
