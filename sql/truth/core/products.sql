-- Products: the newest revision of each.
SELECT product_id, revision, name, category, brand, supplier, money(list_price_micros) AS list_price,
       money(unit_cost_micros) AS unit_cost, unit_cost_assumed, active, effective_from
FROM products
QUALIFY revision = max(revision) OVER (PARTITION BY product_id)
