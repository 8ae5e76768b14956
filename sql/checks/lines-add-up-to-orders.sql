-- The accepted lines of an order add up to the order.
WITH lines AS (
  SELECT order_id, count(*) AS accepted_lines, sum(quantity) AS units, sum(gross_sales) AS gross_sales,
         sum(discount) AS discounts, sum(net_sales) AS net_sales, sum(cost_of_goods) AS cost_of_goods
  FROM core.order_lines
  GROUP BY order_id
)
SELECT order_id, measure, of_order, of_lines
FROM core.orders AS o
FULL JOIN lines AS l USING (order_id)
CROSS JOIN LATERAL (VALUES
  ('accepted_lines', o.accepted_lines, l.accepted_lines),
  ('units', o.units, l.units),
  ('gross_sales', o.gross_sales, l.gross_sales),
  ('discounts', o.discounts, l.discounts),
  ('net_sales', o.net_sales, l.net_sales),
  ('cost_of_goods', o.cost_of_goods, l.cost_of_goods)
) AS compared (measure, of_order, of_lines)
WHERE of_order IS DISTINCT FROM of_lines
