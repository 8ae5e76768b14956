-- Accepted lines of accepted orders.
SELECT order_id, line_number, product_id, product_revision, category, quantity, money(unit_price_micros) AS unit_price,
       money(discount_micros) AS discount, promotion_id, money(gross_micros) AS gross_sales,
       money(gross_micros - discount_micros) AS net_sales, money(cost_micros) AS cost_of_goods
FROM sold_lines
