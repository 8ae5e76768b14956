-- Conservation: events and injected copies, by topic and by what becomes of them as they stream past.
WITH events AS (
  SELECT 'highstreet.orders' AS topic, count(*) AS events FROM orders
  UNION ALL SELECT 'highstreet.returns', count(*) FROM returns
  UNION ALL SELECT 'highstreet.products', count(*) FROM products
  UNION ALL SELECT 'highstreet.stores', count(*) FROM stores
  UNION ALL SELECT 'highstreet.customers', count(*) FROM customers
), ends AS (
  SELECT topic, 'ACCEPTED' AS outcome, events FROM events
  UNION ALL SELECT topic, 'ACCEPTED', -1 FROM fates WHERE outcome <> 'ACCEPTED'
  UNION ALL SELECT topic, outcome, 1 FROM fates WHERE outcome <> 'ACCEPTED'
  UNION ALL SELECT topic, copy_outcome, 1 FROM fates WHERE copy_outcome IS NOT NULL
)
SELECT topic, CASE WHEN outcome LIKE 'REPEATED%' THEN 'REPEATED or BEHIND' ELSE outcome END AS outcome, sum(events) AS events
FROM ends
GROUP BY ALL
HAVING sum(events) > 0
