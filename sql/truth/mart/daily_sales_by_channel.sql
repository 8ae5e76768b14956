-- Sales of each channel, the type of the store, by day.
SELECT day, channel, unnest(measures)
FROM (SELECT day, channel, measures(movement) AS measures FROM movements GROUP BY ALL)
