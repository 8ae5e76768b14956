-- A line is worth quantity times unit price, its net is that less its discount, and it costs quantity times the unit cost of the revision it names.
SELECT order_id AS of, line_number, quantity, unit_price, gross_sales, discount, net_sales, unit_cost, l.cost_of_goods
FROM core.order_lines AS l
LEFT JOIN core.product_price_history AS p ON (p.product_id, p.revision) = (l.product_id, l.product_revision)
WHERE gross_sales <> quantity * unit_price OR net_sales <> gross_sales - discount OR cost_of_goods <> quantity * unit_cost
UNION ALL
SELECT return_id, line_number, quantity, NULL, NULL, NULL, NULL, unit_cost, returned_cost
FROM core.order_returns AS r
JOIN core.product_price_history AS p ON (p.product_id, p.revision) = (r.product_id, r.product_revision)
WHERE returned_cost <> quantity * unit_cost
