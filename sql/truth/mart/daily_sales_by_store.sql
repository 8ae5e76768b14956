-- Sales of each store, by day.
SELECT day, store_id, unnest(measures)
FROM (SELECT day, store_id, measures(movement) AS measures FROM movements GROUP BY ALL)
