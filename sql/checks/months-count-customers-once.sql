-- A month has each customer of its orders once, in all and for every product, category, store and channel.
WITH lines AS (
  SELECT date_trunc('month', day)::date AS month, product_id, category, store_id, type, customer_id
  FROM core.order_lines
  JOIN core.orders USING (order_id)
  JOIN core.stores USING (store_id)
), counted AS (
  SELECT CASE grouping(product_id, category, store_id, type)
           WHEN 7 THEN 'product' WHEN 11 THEN 'category' WHEN 13 THEN 'store' WHEN 14 THEN 'channel' ELSE 'all' END AS grouped_by,
         coalesce(product_id, category, store_id, type, '') AS member, month, count(DISTINCT customer_id) AS customers
  FROM lines
  GROUP BY GROUPING SETS ((month), (month, product_id), (month, category), (month, store_id), (month, type))
), marts AS (
  SELECT 'all' AS grouped_by, '' AS member, month, customers FROM mart.monthly_sales
  UNION ALL SELECT 'product', product_id, month, customers FROM mart.monthly_sales_by_product
  UNION ALL SELECT 'category', category, month, customers FROM mart.monthly_sales_by_category
  UNION ALL SELECT 'store', store_id, month, customers FROM mart.monthly_sales_by_store
  UNION ALL SELECT 'channel', channel, month, customers FROM mart.monthly_sales_by_channel
)
SELECT grouped_by, member, month, coalesce(c.customers, 0) AS of_orders, coalesce(m.customers, 0) AS of_mart
FROM counted AS c
FULL JOIN marts AS m USING (month, member, grouped_by)
WHERE coalesce(c.customers, 0) <> coalesce(m.customers, 0)
