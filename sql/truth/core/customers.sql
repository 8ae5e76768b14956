-- Customers: the newest revision of each.
SELECT customer_id, revision, registered_at, country, city, postcode_area, segment
FROM customers
QUALIFY revision = max(revision) OVER (PARTITION BY customer_id)
