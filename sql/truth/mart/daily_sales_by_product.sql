-- Sales of each product, by day.
SELECT day, product_id, unnest(measures)
FROM (SELECT day, product_id, measures(movement) AS measures FROM movements GROUP BY ALL)
