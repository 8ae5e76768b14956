-- The hours of a day, in the time zone of the run that wrote them, add up to the day.
WITH hours AS (
  SELECT (hour AT TIME ZONE time_zone)::date AS day, sum(orders) AS orders, sum(units) AS units,
         sum(gross_sales) AS gross_sales, sum(discounts) AS discounts, sum(net_sales) AS net_sales,
         sum(cost_of_goods) AS cost_of_goods, sum(returned_units) AS returned_units, sum(refunds) AS refunds,
         sum(returned_cost) AS returned_cost
  FROM mart.hourly_sales
  JOIN ops.runs USING (run_id)
  GROUP BY (hour AT TIME ZONE time_zone)::date
)
SELECT day, measure, coalesce(of_hours, 0) AS of_hours, coalesce(of_day, 0) AS of_day
FROM hours AS h
FULL JOIN mart.daily_sales AS d USING (day)
CROSS JOIN LATERAL (VALUES
  ('orders', h.orders, d.orders),
  ('units', h.units, d.units),
  ('gross_sales', h.gross_sales, d.gross_sales),
  ('discounts', h.discounts, d.discounts),
  ('net_sales', h.net_sales, d.net_sales),
  ('cost_of_goods', h.cost_of_goods, d.cost_of_goods),
  ('returned_units', h.returned_units, d.returned_units),
  ('refunds', h.refunds, d.refunds),
  ('returned_cost', h.returned_cost, d.returned_cost)
) AS compared (measure, of_hours, of_day)
WHERE coalesce(of_hours, 0) <> coalesce(of_day, 0)
