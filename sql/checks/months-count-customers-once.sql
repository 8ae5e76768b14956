-- A month has each customer of its orders once.
SELECT month, coalesce(of_orders, 0) AS of_orders, coalesce(m.customers, 0) AS of_mart
FROM (
  SELECT date_trunc('month', day)::date AS month, count(DISTINCT customer_id) AS of_orders
  FROM core.orders
  GROUP BY date_trunc('month', day)
) AS counted
FULL JOIN mart.monthly_sales AS m USING (month)
WHERE coalesce(of_orders, 0) <> coalesce(m.customers, 0)
