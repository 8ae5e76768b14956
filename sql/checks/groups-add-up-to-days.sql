-- The products, the categories, the stores and the channels of a day each add up to the day.
-- An order is of one store and one channel, but may be of many products and categories: its count adds up over the former only.
WITH groups AS (
  SELECT 'product' AS grouped_by, day, sum(units) AS units, sum(gross_sales) AS gross_sales, sum(discounts) AS discounts,
         sum(net_sales) AS net_sales, sum(cost_of_goods) AS cost_of_goods, sum(returned_units) AS returned_units,
         sum(refunds) AS refunds, sum(returned_cost) AS returned_cost, NULL::numeric AS orders
  FROM mart.daily_sales_by_product GROUP BY day
  UNION ALL
  SELECT 'category', day, sum(units), sum(gross_sales), sum(discounts), sum(net_sales), sum(cost_of_goods),
         sum(returned_units), sum(refunds), sum(returned_cost), NULL
  FROM mart.daily_sales_by_category GROUP BY day
  UNION ALL
  SELECT 'store', day, sum(units), sum(gross_sales), sum(discounts), sum(net_sales), sum(cost_of_goods),
         sum(returned_units), sum(refunds), sum(returned_cost), sum(orders)
  FROM mart.daily_sales_by_store GROUP BY day
  UNION ALL
  SELECT 'channel', day, sum(units), sum(gross_sales), sum(discounts), sum(net_sales), sum(cost_of_goods),
         sum(returned_units), sum(refunds), sum(returned_cost), sum(orders)
  FROM mart.daily_sales_by_channel GROUP BY day
), days AS (
  SELECT grouped_by, days.*
  FROM mart.daily_sales AS days
  CROSS JOIN (VALUES ('product'), ('category'), ('store'), ('channel')) AS groupings (grouped_by)
)
SELECT grouped_by, day, measure, coalesce(of_groups, 0) AS of_groups, coalesce(of_day, 0) AS of_day
FROM groups AS g
FULL JOIN days AS d USING (grouped_by, day)
CROSS JOIN LATERAL (VALUES
  ('orders', CASE WHEN grouped_by IN ('product', 'category') THEN d.orders ELSE g.orders END, d.orders),
  ('units', g.units, d.units),
  ('gross_sales', g.gross_sales, d.gross_sales),
  ('discounts', g.discounts, d.discounts),
  ('net_sales', g.net_sales, d.net_sales),
  ('cost_of_goods', g.cost_of_goods, d.cost_of_goods),
  ('returned_units', g.returned_units, d.returned_units),
  ('refunds', g.refunds, d.refunds),
  ('returned_cost', g.returned_cost, d.returned_cost)
) AS compared (measure, of_groups, of_day)
WHERE coalesce(of_groups, 0) <> coalesce(of_day, 0)
