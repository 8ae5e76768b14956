-- The order and return lines of a day add up to its products and its categories, which count each order and customer once.
WITH sold AS (
  SELECT CASE grouping(product_id) WHEN 0 THEN 'product' ELSE 'category' END AS grouped_by,
         coalesce(product_id, category) AS member, day, count(DISTINCT order_id) AS orders,
         count(DISTINCT customer_id) AS customers, sum(quantity) AS units, sum(l.gross_sales) AS gross_sales,
         sum(discount) AS discounts, sum(l.net_sales) AS net_sales, sum(l.cost_of_goods) AS cost_of_goods
  FROM core.order_lines AS l
  JOIN core.orders AS o USING (order_id)
  GROUP BY GROUPING SETS ((day, product_id), (day, category))
), returned AS (
  SELECT CASE grouping(product_id) WHEN 0 THEN 'product' ELSE 'category' END AS grouped_by,
         coalesce(product_id, category) AS member, day, sum(quantity) AS returned_units, sum(refund) AS refunds,
         sum(returned_cost) AS returned_cost
  FROM core.order_returns
  GROUP BY GROUPING SETS ((day, product_id), (day, category))
), marts AS (
  SELECT 'product' AS grouped_by, product_id AS member, day, orders, customers, units, gross_sales, discounts, net_sales,
         cost_of_goods, returned_units, refunds, returned_cost
  FROM mart.daily_sales_by_product
  UNION ALL
  SELECT 'category', category, day, orders, customers, units, gross_sales, discounts, net_sales, cost_of_goods,
         returned_units, refunds, returned_cost
  FROM mart.daily_sales_by_category
)
SELECT grouped_by, member, day, measure, coalesce(of_lines, 0) AS of_lines, coalesce(of_mart, 0) AS of_mart
FROM sold AS s
FULL JOIN returned AS r USING (day, member, grouped_by)
FULL JOIN marts AS m USING (day, member, grouped_by)
CROSS JOIN LATERAL (VALUES
  ('orders', s.orders, m.orders),
  ('customers', s.customers, m.customers),
  ('units', s.units, m.units),
  ('gross_sales', s.gross_sales, m.gross_sales),
  ('discounts', s.discounts, m.discounts),
  ('net_sales', s.net_sales, m.net_sales),
  ('cost_of_goods', s.cost_of_goods, m.cost_of_goods),
  ('returned_units', r.returned_units, m.returned_units),
  ('refunds', r.refunds, m.refunds),
  ('returned_cost', r.returned_cost, m.returned_cost)
) AS compared (measure, of_lines, of_mart)
WHERE coalesce(of_lines, 0) <> coalesce(of_mart, 0)
  -- most rows are equal and without returns: they need not be taken apart
  AND ((s.orders, s.customers, s.units, s.gross_sales, s.discounts, s.net_sales, s.cost_of_goods)
         IS DISTINCT FROM
       (m.orders, m.customers, m.units, m.gross_sales, m.discounts, m.net_sales, m.cost_of_goods)
    OR (0, 0, 0) IS DISTINCT FROM (m.returned_units, m.refunds, m.returned_cost)
    OR r.day IS NOT NULL)
