-- Accepted orders; sums are over their accepted lines.
SELECT o.order_id, o.event_id, o.customer_id, o.store_id, o.session_id, o.occurred_at, o.received_at, day_of(o.occurred_at) AS day,
       l.accepted_lines, CASE WHEN o.lost_line > 0 THEN 1 ELSE 0 END AS quarantined_lines, l.units,
       money(l.gross_micros) AS gross_sales, money(l.discount_micros) AS discounts,
       money(l.gross_micros - l.discount_micros) AS net_sales, money(l.cost_micros) AS cost_of_goods,
       money(o.shipping_fee_micros) AS shipping_fee, money(o.tax_included_micros) AS tax_included,
       money(o.reported_total_micros) AS reported_total, o.payment_method, o.ip_address, o.user_agent, o.device_id
FROM accepted_orders o
JOIN (SELECT order_id, count(*) AS accepted_lines, sum(quantity) AS units, sum(gross_micros) AS gross_micros,
             sum(discount_micros) AS discount_micros, sum(cost_micros) AS cost_micros
      FROM sold_lines GROUP BY order_id) l USING (order_id)
