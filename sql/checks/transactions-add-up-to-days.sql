-- The orders and returns of a day add up to the day, in all and by store and channel, which count each customer once.
WITH sold AS (
  SELECT CASE grouping(store_id, type) WHEN 1 THEN 'store' WHEN 2 THEN 'channel' ELSE 'all' END AS grouped_by,
         coalesce(store_id, type, '') AS member, day, count(*) AS orders, count(DISTINCT customer_id) AS customers,
         sum(units) AS units, sum(gross_sales) AS gross_sales, sum(discounts) AS discounts,
         sum(net_sales) AS net_sales, sum(cost_of_goods) AS cost_of_goods
  FROM core.orders
  JOIN core.stores USING (store_id)
  GROUP BY GROUPING SETS ((day), (day, store_id), (day, type))
), returned AS (
  SELECT CASE grouping(store_id, type) WHEN 1 THEN 'store' WHEN 2 THEN 'channel' ELSE 'all' END AS grouped_by,
         coalesce(store_id, type, '') AS member, day, sum(quantity) AS returned_units, sum(refund) AS refunds,
         sum(returned_cost) AS returned_cost
  FROM core.order_returns
  JOIN core.stores USING (store_id)
  GROUP BY GROUPING SETS ((day), (day, store_id), (day, type))
), marts AS (
  SELECT 'all' AS grouped_by, '' AS member, day, orders, customers, units, gross_sales, discounts, net_sales,
         cost_of_goods, returned_units, refunds, returned_cost
  FROM mart.daily_sales
  UNION ALL
  SELECT 'store', store_id, day, orders, customers, units, gross_sales, discounts, net_sales, cost_of_goods,
         returned_units, refunds, returned_cost
  FROM mart.daily_sales_by_store
  UNION ALL
  SELECT 'channel', channel, day, orders, customers, units, gross_sales, discounts, net_sales, cost_of_goods,
         returned_units, refunds, returned_cost
  FROM mart.daily_sales_by_channel
)
SELECT grouped_by, member, day, measure, coalesce(of_transactions, 0) AS of_transactions, coalesce(of_mart, 0) AS of_mart
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
) AS compared (measure, of_transactions, of_mart)
WHERE coalesce(of_transactions, 0) <> coalesce(of_mart, 0)
