-- Stores: the newest revision of each.
SELECT store_id, revision, name, type, city, postcode, manager, opening_hours, commission_rate, rating, opened_at
FROM stores
QUALIFY revision = max(revision) OVER (PARTITION BY store_id)
