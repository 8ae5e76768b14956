-- A product is what its newest revision says.
SELECT product_id, p.revision, newest.revision AS newest_revision, p.list_price, newest.list_price AS newest_list_price
FROM core.products AS p
FULL JOIN (
  SELECT DISTINCT ON (product_id) product_id, revision, name, category, list_price, unit_cost, valid_from
  FROM core.product_price_history
  ORDER BY product_id, revision DESC
) AS newest USING (product_id)
WHERE (p.revision, p.name, p.category, p.list_price, p.unit_cost, p.effective_from)
  IS DISTINCT FROM
  (newest.revision, newest.name, newest.category, newest.list_price, newest.unit_cost, newest.valid_from)
