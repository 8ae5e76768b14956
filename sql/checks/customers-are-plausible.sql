-- A group has at most as many customers as orders, in a month at least as many as on its best day, and at most as many as on all its days.
WITH days AS (
  SELECT 'all' AS grouped_by, '' AS member, day, orders, customers FROM mart.daily_sales
  UNION ALL SELECT 'product', product_id, day, orders, customers FROM mart.daily_sales_by_product
  UNION ALL SELECT 'category', category, day, orders, customers FROM mart.daily_sales_by_category
  UNION ALL SELECT 'store', store_id, day, orders, customers FROM mart.daily_sales_by_store
  UNION ALL SELECT 'channel', channel, day, orders, customers FROM mart.daily_sales_by_channel
), months AS (
  SELECT 'all' AS grouped_by, '' AS member, month, orders, customers FROM mart.monthly_sales
  UNION ALL SELECT 'product', product_id, month, orders, customers FROM mart.monthly_sales_by_product
  UNION ALL SELECT 'category', category, month, orders, customers FROM mart.monthly_sales_by_category
  UNION ALL SELECT 'store', store_id, month, orders, customers FROM mart.monthly_sales_by_store
  UNION ALL SELECT 'channel', channel, month, orders, customers FROM mart.monthly_sales_by_channel
), periods AS (
  SELECT grouped_by, member, day::text AS period, 0 AS at_least, customers, orders AS at_most FROM days
  UNION ALL
  SELECT 'all', '', hour::text, 0, customers, orders FROM mart.hourly_sales
  UNION ALL
  SELECT m.grouped_by, m.member, to_char(month, 'YYYY-MM'), best_day, m.customers, least(m.orders, all_days)
  FROM months AS m
  JOIN (
    SELECT grouped_by, member, date_trunc('month', day)::date AS month, max(customers) AS best_day, sum(customers) AS all_days
    FROM days
    GROUP BY grouped_by, member, date_trunc('month', day)
  ) AS d USING (grouped_by, member, month)
)
SELECT grouped_by, member, period, at_least, customers, at_most
FROM periods
WHERE customers NOT BETWEEN at_least AND at_most
