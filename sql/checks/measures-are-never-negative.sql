-- No measure of a sales mart is negative.
SELECT mart, period, member, lowest
FROM (
  SELECT 'hourly_sales' AS mart, hour::text AS period, '' AS member,
         least(orders, customers, units, gross_sales, discounts, net_sales, cost_of_goods, returned_units, refunds, returned_cost) AS lowest
  FROM mart.hourly_sales
  UNION ALL
  SELECT 'daily_sales', day::text, '',
         least(orders, customers, units, gross_sales, discounts, net_sales, cost_of_goods, returned_units, refunds, returned_cost)
  FROM mart.daily_sales
  UNION ALL
  SELECT 'monthly_sales', month::text, '',
         least(orders, customers, units, gross_sales, discounts, net_sales, cost_of_goods, returned_units, refunds, returned_cost)
  FROM mart.monthly_sales
  UNION ALL
  SELECT 'daily_sales_by_product', day::text, product_id,
         least(orders, customers, units, gross_sales, discounts, net_sales, cost_of_goods, returned_units, refunds, returned_cost)
  FROM mart.daily_sales_by_product
  UNION ALL
  SELECT 'monthly_sales_by_product', month::text, product_id,
         least(orders, customers, units, gross_sales, discounts, net_sales, cost_of_goods, returned_units, refunds, returned_cost)
  FROM mart.monthly_sales_by_product
  UNION ALL
  SELECT 'daily_sales_by_category', day::text, category,
         least(orders, customers, units, gross_sales, discounts, net_sales, cost_of_goods, returned_units, refunds, returned_cost)
  FROM mart.daily_sales_by_category
  UNION ALL
  SELECT 'monthly_sales_by_category', month::text, category,
         least(orders, customers, units, gross_sales, discounts, net_sales, cost_of_goods, returned_units, refunds, returned_cost)
  FROM mart.monthly_sales_by_category
  UNION ALL
  SELECT 'daily_sales_by_store', day::text, store_id,
         least(orders, customers, units, gross_sales, discounts, net_sales, cost_of_goods, returned_units, refunds, returned_cost)
  FROM mart.daily_sales_by_store
  UNION ALL
  SELECT 'monthly_sales_by_store', month::text, store_id,
         least(orders, customers, units, gross_sales, discounts, net_sales, cost_of_goods, returned_units, refunds, returned_cost)
  FROM mart.monthly_sales_by_store
  UNION ALL
  SELECT 'daily_sales_by_channel', day::text, channel,
         least(orders, customers, units, gross_sales, discounts, net_sales, cost_of_goods, returned_units, refunds, returned_cost)
  FROM mart.daily_sales_by_channel
  UNION ALL
  SELECT 'monthly_sales_by_channel', month::text, channel,
         least(orders, customers, units, gross_sales, discounts, net_sales, cost_of_goods, returned_units, refunds, returned_cost)
  FROM mart.monthly_sales_by_channel
) AS measured
WHERE lowest < 0
