-- The orders and returns of an hour, in the time zone of the run that wrote them, add up to the hour, which counts each customer once.
WITH sold AS (
  SELECT date_trunc('hour', occurred_at, time_zone) AS hour, count(*) AS orders, count(DISTINCT customer_id) AS customers,
         sum(units) AS units, sum(gross_sales) AS gross_sales, sum(discounts) AS discounts,
         sum(net_sales) AS net_sales, sum(cost_of_goods) AS cost_of_goods
  FROM core.orders
  JOIN ops.runs USING (run_id)
  GROUP BY date_trunc('hour', occurred_at, time_zone)
), returned AS (
  SELECT date_trunc('hour', occurred_at, time_zone) AS hour, sum(quantity) AS returned_units, sum(refund) AS refunds,
         sum(returned_cost) AS returned_cost
  FROM core.order_returns
  JOIN ops.runs USING (run_id)
  GROUP BY date_trunc('hour', occurred_at, time_zone)
)
SELECT hour, measure, coalesce(of_transactions, 0) AS of_transactions, coalesce(of_mart, 0) AS of_mart
FROM sold AS s
FULL JOIN returned AS r USING (hour)
FULL JOIN mart.hourly_sales AS m USING (hour)
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
