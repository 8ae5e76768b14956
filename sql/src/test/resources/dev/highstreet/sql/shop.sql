-- A made-up shop with nothing wrong: as many orders as the setting shop.orders says, one every 53 minutes from just
-- before the clocks go forward, and marts computed from them in another way than the checks do.

INSERT INTO ops.runs (run_id, job, mode, runtime, time_zone, lateness, clock_skew)
OVERRIDING SYSTEM VALUE
SELECT run_id, 'sales', 'LIVE', 'STREAMING', 'Europe/London', '48 hours', '5 minutes' FROM generate_series(1, 2) AS run_id;

INSERT INTO core.stores (store_id, revision, name, type, opened_at, run_id, updated_at)
VALUES ('S0', 1, 'Online', 'WEBSITE', '2000-01-01Z', 1, now()),
       ('S1', 1, 'High Street', 'SHOP', '2000-01-01Z', 1, now()),
       ('S2', 1, 'Station', 'SHOP', '2000-01-01Z', 1, now());

INSERT INTO core.product_price_history
SELECT 'P' || p, revision, 'Product ' || p, 'Category ' || (p + revision) % 3, 2 + p * 0.5, 1.005 + p * 0.25 + revision,
       timestamptz '2011-01-01Z' + (revision - 1) * interval '90 days',
       CASE revision WHEN 1 THEN timestamptz '2011-01-01Z' + interval '90 days' END, revision, now()
FROM generate_series(0, 99) AS p, generate_series(1, 2) AS revision;

INSERT INTO core.products
SELECT product_id, revision, name, category, NULL, NULL, list_price, unit_cost, true, true, valid_from, run_id, now()
FROM core.product_price_history WHERE revision = 2;

INSERT INTO core.customers
SELECT 'C' || c, 1, '2010-01-01Z', 'United Kingdom', NULL, NULL, NULL, 1, now() FROM generate_series(0, 16) AS c;

INSERT INTO core.order_lines
SELECT 'O' || o, l, product_id, revision, category, quantity, 1.25, discount, NULL, quantity * 1.25,
       quantity * 1.25 - discount, quantity * unit_cost, made.run_id, now()
FROM generate_series(1, current_setting('shop.orders')::int) AS o
CROSS JOIN LATERAL generate_series(1, 1 + o % 4) AS l
CROSS JOIN LATERAL (SELECT 1 + (o + l) % 5 AS quantity, CASE WHEN (o + l) % 3 = 0 THEN 0.1 ELSE 0 END AS discount,
                           1 + (o > current_setting('shop.orders')::int / 2)::int AS run_id) AS made
JOIN core.product_price_history AS p ON p.product_id = 'P' || (o * 7 + l * l) % 100 AND p.revision = 1 + o % 2;

INSERT INTO core.orders
SELECT 'O' || o, gen_random_uuid(), CASE WHEN o % 5 > 0 THEN 'C' || o % 17 END, 'S' || o % 3, NULL, at, at,
       (at AT TIME ZONE 'Europe/London')::date, lines.count, (o % 10 = 5)::int, lines.units, lines.gross_sales, lines.discounts,
       lines.net_sales, lines.cost_of_goods, 0, 0, NULL, 'CARD', NULL, NULL, NULL, 'highstreet.orders', 0, o,
       lines.run_id, now()
FROM generate_series(1, current_setting('shop.orders')::int) AS o
CROSS JOIN LATERAL (SELECT timestamptz '2011-03-25 22:00Z' + o * interval '53 minutes' AS at) AS times
JOIN (
  SELECT order_id, count(*), sum(quantity) AS units, sum(gross_sales) AS gross_sales, sum(discount) AS discounts,
         sum(net_sales) AS net_sales, sum(cost_of_goods) AS cost_of_goods, max(run_id) AS run_id
  FROM core.order_lines GROUP BY order_id
) AS lines ON lines.order_id = 'O' || o;

INSERT INTO core.order_returns
SELECT 'R' || order_id, line_number, gen_random_uuid(), order_id, customer_id, store_id, at, at,
       (at AT TIME ZONE 'Europe/London')::date, 'FAULTY', product_id, product_revision, category, 1, 1.25,
       trim_scale(l.cost_of_goods / l.quantity), 'highstreet.returns', 0, kafka_offset, o.run_id, now()
FROM core.orders AS o
JOIN core.order_lines AS l USING (order_id)
CROSS JOIN LATERAL (SELECT occurred_at + interval '1 day' AS at) AS times
WHERE kafka_offset % 10 = 0;

CREATE TEMP TABLE facts AS
SELECT date_trunc('hour', occurred_at) AS hour, day, date_trunc('month', day)::date AS month, product_id, category,
       store_id, type AS channel, order_id, customer_id, quantity AS units, l.gross_sales, discount AS discounts,
       l.net_sales, l.cost_of_goods, 0 AS returned_units, 0.0 AS refunds, 0.0 AS returned_cost
FROM core.order_lines AS l JOIN core.orders USING (order_id) JOIN core.stores USING (store_id)
UNION ALL
SELECT date_trunc('hour', occurred_at), day, date_trunc('month', day)::date, product_id, category,
       store_id, type, NULL, NULL, 0, 0, 0, 0, 0, quantity, refund, returned_cost
FROM core.order_returns JOIN core.stores USING (store_id);

DO $$
DECLARE
  grain text;
  member text;
BEGIN
  FOR grain, member IN
    SELECT 'hour', NULL
    UNION ALL
    SELECT g, m FROM unnest(ARRAY['day', 'month']) AS g, unnest(ARRAY[NULL, 'product', 'category', 'store', 'channel']) AS m
  LOOP
    EXECUTE format(
      'INSERT INTO mart.%1$s SELECT %2$s, count(DISTINCT order_id), count(DISTINCT customer_id), sum(units), sum(gross_sales), '
      'sum(discounts), sum(net_sales), sum(cost_of_goods), sum(returned_units), sum(refunds), sum(returned_cost), 2, now() '
      'FROM facts GROUP BY %2$s',
      CASE grain WHEN 'hour' THEN 'hourly' WHEN 'day' THEN 'daily' ELSE 'monthly' END || '_sales' || coalesce('_by_' || member, ''),
      grain || CASE WHEN member IN ('product', 'store') THEN ', ' || member || '_id' ELSE coalesce(', ' || member, '') END);
  END LOOP;
END $$;

DROP TABLE facts;

INSERT INTO ops.late_events
SELECT 'highstreet.orders', 1, o, CASE o % 2 WHEN 0 THEN 'LATE' ELSE 'BEHIND' END, gen_random_uuid(), '2011-01-01Z', '2011-01-04Z',
       '2011-01-01', '\x00', 2, now()
FROM generate_series(1, 5) AS o;

-- two lines of one order; a whole order and its lines; a record that does not decode, and one without a value
INSERT INTO ops.dead_letters
VALUES ('highstreet.orders', 2, 1, 2, 'CLEAN', 'NON_POSITIVE_QUANTITY', '', NULL, NULL, now(), NULL, '\x01', 2, now()),
       ('highstreet.orders', 2, 1, 4, 'ENRICH', 'UNKNOWN_PRODUCT', '', NULL, NULL, now(), NULL, NULL, 2, now()),
       ('highstreet.orders', 2, 2, 0, 'CLEAN', 'NO_LINES_LEFT', '', NULL, NULL, now(), NULL, '\x02', 2, now()),
       ('highstreet.orders', 2, 2, 1, 'CLEAN', 'NON_POSITIVE_PRICE', '', NULL, NULL, now(), NULL, NULL, 2, now()),
       ('highstreet.products', 0, 8, 0, 'DECODE', 'UNDECODABLE', '', NULL, NULL, now(), NULL, '\x03', 2, now()),
       ('highstreet.products', 0, 9, 0, 'DECODE', 'UNDECODABLE', 'the record has no value', NULL, NULL, now(), NULL, NULL, 2, now());

-- the lines that accepted orders have lost
INSERT INTO ops.dead_letters
SELECT kafka_topic, kafka_partition, kafka_offset, accepted_lines + 1, 'CLEAN', 'DISCOUNT_EXCEEDS_PRICE', '', event_id, occurred_at,
       received_at, NULL, '\x04', run_id, now()
FROM core.orders WHERE quarantined_lines > 0;

INSERT INTO ops.run_counts
SELECT run_id, 'highstreet.orders', 'ACCEPTED', '', count(*), sum(accepted_lines), now() FROM core.orders GROUP BY run_id
UNION ALL
SELECT run_id, 'highstreet.returns', 'ACCEPTED', '', count(DISTINCT return_id), count(*), now() FROM core.order_returns GROUP BY run_id
UNION ALL
SELECT run_id, 'highstreet.orders', 'LINE_QUARANTINED', 'DISCOUNT_EXCEEDS_PRICE', 0, sum(quarantined_lines), now()
FROM core.orders WHERE quarantined_lines > 0 GROUP BY run_id
UNION ALL
VALUES (2, 'highstreet.orders', 'LATE', '', 2, 0, now()),
       (2, 'highstreet.orders', 'BEHIND', '', 3, 0, now()),
       (2, 'highstreet.orders', 'REPEATED', '', 7, 0, now()),
       (2, 'highstreet.orders', 'TICK', '', 70, 0, now()),
       (2, 'highstreet.products', 'ACCEPTED', '', 200, 0, now()),
       (2, 'highstreet.orders', 'QUARANTINED', 'NO_LINES_LEFT', 1, 0, now()),
       (2, 'highstreet.products', 'QUARANTINED', 'UNDECODABLE', 2, 0, now()),
       (2, 'highstreet.orders', 'LINE_QUARANTINED', 'NON_POSITIVE_QUANTITY', 0, 1, now()),
       (2, 'highstreet.orders', 'LINE_QUARANTINED', 'UNKNOWN_PRODUCT', 0, 1, now()),
       (2, 'highstreet.orders', 'LINE_QUARANTINED', 'NON_POSITIVE_PRICE', 0, 1, now());
