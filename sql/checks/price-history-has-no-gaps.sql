-- Each revision of a product is valid until the next one comes into force, and the newest without end.
-- Whether a shop gives revisions their times in order is its own affair: that is not checked.
SELECT product_id, revision, valid_to, next_valid_from
FROM (
  SELECT product_id, revision, valid_to,
         lead(valid_from) OVER (PARTITION BY product_id ORDER BY revision) AS next_valid_from
  FROM core.product_price_history
) AS history
WHERE valid_to IS DISTINCT FROM next_valid_from
