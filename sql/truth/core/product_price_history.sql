-- Each revision of each product, in force until the next is.
SELECT product_id, revision, name, category, money(list_price_micros) AS list_price, money(unit_cost_micros) AS unit_cost,
       effective_from AS valid_from, lead(effective_from) OVER (PARTITION BY product_id ORDER BY revision) AS valid_to
FROM products
