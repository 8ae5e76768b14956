-- Sales of each channel, the type of the store, by month.
SELECT month, channel, unnest(measures)
FROM (SELECT month, channel, measures(movement) AS measures FROM movements GROUP BY ALL)
