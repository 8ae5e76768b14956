-- Every accepted order or return names a store that is known.
-- Customers are not waited for, so an order may well name one of whom nothing is known. Nor is the order waited for that
-- a return names: it may have been quarantined or late, or placed before anything was recorded.
SELECT of, store_id
FROM (
  SELECT order_id AS of, store_id FROM core.orders
  UNION
  SELECT return_id, store_id FROM core.order_returns
) AS named
WHERE NOT EXISTS (SELECT FROM core.stores AS s WHERE s.store_id = named.store_id)
