-- Sales of each store, by month.
SELECT month, store_id, unnest(measures)
FROM (SELECT month, store_id, measures(movement) AS measures FROM movements GROUP BY ALL)
