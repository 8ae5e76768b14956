-- Every accepted line of an order or a return names a product revision that is known, and has its category.
SELECT l.of, l.line_number, l.product_id, l.product_revision, l.category, p.category AS category_of_revision
FROM (
  SELECT order_id AS of, line_number, product_id, product_revision, category FROM core.order_lines
  UNION ALL
  SELECT return_id, line_number, product_id, product_revision, category FROM core.order_returns
) AS l
LEFT JOIN core.product_price_history AS p ON (p.product_id, p.revision) = (l.product_id, l.product_revision)
WHERE p.category IS DISTINCT FROM l.category
