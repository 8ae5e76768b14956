-- Accepted lines of accepted returns, numbered by their position.
SELECT return_id, line_number, event_id, order_id, customer_id, store_id, occurred_at, received_at, day, reason,
       product_id, product_revision, category, quantity, money(refund_micros) AS refund, money(cost_micros) AS returned_cost
FROM returned_lines
