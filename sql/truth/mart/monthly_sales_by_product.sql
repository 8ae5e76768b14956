-- Sales of each product, by month.
SELECT month, product_id, unnest(measures)
FROM (SELECT month, product_id, measures(movement) AS measures FROM movements GROUP BY ALL)
