-- Every row names the run that wrote it, and that run is recorded.
SELECT written.in_table, written.run_id, count(*) AS rows
FROM (
  SELECT 'core.products' AS in_table, run_id FROM core.products
  UNION ALL SELECT 'core.product_price_history', run_id FROM core.product_price_history
  UNION ALL SELECT 'core.stores', run_id FROM core.stores
  UNION ALL SELECT 'core.customers', run_id FROM core.customers
  UNION ALL SELECT 'core.orders', run_id FROM core.orders
  UNION ALL SELECT 'core.order_lines', run_id FROM core.order_lines
  UNION ALL SELECT 'core.order_returns', run_id FROM core.order_returns
  UNION ALL SELECT 'mart.hourly_sales', run_id FROM mart.hourly_sales
  UNION ALL SELECT 'mart.daily_sales', run_id FROM mart.daily_sales
  UNION ALL SELECT 'mart.monthly_sales', run_id FROM mart.monthly_sales
  UNION ALL SELECT 'mart.daily_sales_by_product', run_id FROM mart.daily_sales_by_product
  UNION ALL SELECT 'mart.monthly_sales_by_product', run_id FROM mart.monthly_sales_by_product
  UNION ALL SELECT 'mart.daily_sales_by_category', run_id FROM mart.daily_sales_by_category
  UNION ALL SELECT 'mart.monthly_sales_by_category', run_id FROM mart.monthly_sales_by_category
  UNION ALL SELECT 'mart.daily_sales_by_store', run_id FROM mart.daily_sales_by_store
  UNION ALL SELECT 'mart.monthly_sales_by_store', run_id FROM mart.monthly_sales_by_store
  UNION ALL SELECT 'mart.daily_sales_by_channel', run_id FROM mart.daily_sales_by_channel
  UNION ALL SELECT 'mart.monthly_sales_by_channel', run_id FROM mart.monthly_sales_by_channel
  UNION ALL SELECT 'ops.run_counts', run_id FROM ops.run_counts
  UNION ALL SELECT 'ops.dead_letters', run_id FROM ops.dead_letters
  UNION ALL SELECT 'ops.late_events', run_id FROM ops.late_events
) AS written
WHERE NOT EXISTS (SELECT FROM ops.runs AS r WHERE r.run_id = written.run_id)
GROUP BY written.in_table, written.run_id
