-- Accepted lines have quantities, prices and refunds above zero, discounts from zero up to the price; list prices and unit costs are not below zero.
SELECT 'order line' AS what, order_id AS of, line_number AS number, quantity, unit_price AS price, discount
FROM core.order_lines
WHERE quantity <= 0 OR unit_price <= 0 OR discount < 0 OR discount > quantity * unit_price
UNION ALL
SELECT 'return line', return_id, line_number, quantity, refund, NULL
FROM core.order_returns
WHERE quantity <= 0 OR refund <= 0
UNION ALL
SELECT 'product revision', product_id, revision, NULL, least(list_price, unit_cost), NULL
FROM core.product_price_history
WHERE list_price < 0 OR unit_cost < 0
