-- The days of a month add up to the month, in all and for every product, category, store and channel.
-- All measures but customers: one who comes on two days is one customer of the month.
WITH days AS (
  SELECT grouped_by, member, date_trunc('month', day)::date AS month, sum(orders) AS orders, sum(units) AS units,
         sum(gross_sales) AS gross_sales, sum(discounts) AS discounts, sum(net_sales) AS net_sales,
         sum(cost_of_goods) AS cost_of_goods, sum(returned_units) AS returned_units, sum(refunds) AS refunds,
         sum(returned_cost) AS returned_cost
  FROM (
    SELECT 'all' AS grouped_by, '' AS member, day, orders, units, gross_sales, discounts, net_sales, cost_of_goods,
           returned_units, refunds, returned_cost
    FROM mart.daily_sales
    UNION ALL
    SELECT 'product', product_id, day, orders, units, gross_sales, discounts, net_sales, cost_of_goods,
           returned_units, refunds, returned_cost
    FROM mart.daily_sales_by_product
    UNION ALL
    SELECT 'category', category, day, orders, units, gross_sales, discounts, net_sales, cost_of_goods,
           returned_units, refunds, returned_cost
    FROM mart.daily_sales_by_category
    UNION ALL
    SELECT 'store', store_id, day, orders, units, gross_sales, discounts, net_sales, cost_of_goods,
           returned_units, refunds, returned_cost
    FROM mart.daily_sales_by_store
    UNION ALL
    SELECT 'channel', channel, day, orders, units, gross_sales, discounts, net_sales, cost_of_goods,
           returned_units, refunds, returned_cost
    FROM mart.daily_sales_by_channel
  ) AS daily
  GROUP BY grouped_by, member, date_trunc('month', day)
), months AS (
  SELECT 'all' AS grouped_by, '' AS member, month, orders, units, gross_sales, discounts, net_sales, cost_of_goods,
         returned_units, refunds, returned_cost
  FROM mart.monthly_sales
  UNION ALL
  SELECT 'product', product_id, month, orders, units, gross_sales, discounts, net_sales, cost_of_goods,
         returned_units, refunds, returned_cost
  FROM mart.monthly_sales_by_product
  UNION ALL
  SELECT 'category', category, month, orders, units, gross_sales, discounts, net_sales, cost_of_goods,
         returned_units, refunds, returned_cost
  FROM mart.monthly_sales_by_category
  UNION ALL
  SELECT 'store', store_id, month, orders, units, gross_sales, discounts, net_sales, cost_of_goods,
         returned_units, refunds, returned_cost
  FROM mart.monthly_sales_by_store
  UNION ALL
  SELECT 'channel', channel, month, orders, units, gross_sales, discounts, net_sales, cost_of_goods,
         returned_units, refunds, returned_cost
  FROM mart.monthly_sales_by_channel
)
SELECT grouped_by, member, month, measure, coalesce(of_days, 0) AS of_days, coalesce(of_month, 0) AS of_month
FROM days AS d
FULL JOIN months AS m USING (grouped_by, member, month)
CROSS JOIN LATERAL (VALUES
  ('orders', d.orders, m.orders),
  ('units', d.units, m.units),
  ('gross_sales', d.gross_sales, m.gross_sales),
  ('discounts', d.discounts, m.discounts),
  ('net_sales', d.net_sales, m.net_sales),
  ('cost_of_goods', d.cost_of_goods, m.cost_of_goods),
  ('returned_units', d.returned_units, m.returned_units),
  ('refunds', d.refunds, m.refunds),
  ('returned_cost', d.returned_cost, m.returned_cost)
) AS compared (measure, of_days, of_month)
WHERE coalesce(of_days, 0) <> coalesce(of_month, 0)
