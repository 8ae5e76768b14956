-- An invented shop: orders first, then every mart summed from them, so that all figures agree.
-- Session settings: shop.first (first day), shop.days, shop.orders (a day), shop.products, shop.run.

INSERT INTO core.stores
SELECT id, 1, name, type, city, NULL, NULL, NULL, NULL, NULL, '2010-01-01', 1, now()
FROM (VALUES ('S-WEB', 'highstreet.example', 'WEBSITE', NULL),
             ('S-MKT', 'Marketplace', 'MARKETPLACE', NULL),
             ('S-BATH', 'Bath, Milsom St', 'SHOP', 'Bath'),
             ('S-YORK', 'York, Stonegate', 'SHOP', 'York')) AS store (id, name, type, city)
ON CONFLICT DO NOTHING;

CREATE TEMP TABLE catalogue AS
SELECT 'P-' || lpad(n::text, 4, '0') AS product_id,
       (ARRAY['Enamel lantern', 'Linen tea towel', 'Beeswax candle', 'Oak tray', 'Felt garland',
              'Glass carafe', 'Wool throw', 'Tin robot', 'Seed box', 'Brass bell'])[1 + n % 10]
         || ' no. ' || n AS name,
       (ARRAY['Lighting', 'Textiles', 'Home & kitchen', 'Gifts', 'Toys', 'Garden'])[1 + n % 6] AS category,
       (2 + n % 40) * 1.25 AS price
FROM generate_series(1, current_setting('shop.products')::int) AS n;

INSERT INTO core.products
SELECT product_id, 1, name, category, NULL, NULL, price, price * 0.6, true, true, '2010-01-01', 1, now()
FROM catalogue ON CONFLICT DO NOTHING;
INSERT INTO core.product_price_history
SELECT product_id, 1, name, category, price, price * 0.6, '2010-01-01', NULL, 1, now()
FROM catalogue ON CONFLICT DO NOTHING;

-- pseudo-random but the same every time: hashes of what is being made
CREATE FUNCTION pg_temp.draw(seed text, below int) RETURNS int LANGUAGE sql IMMUTABLE
RETURN abs(hashtextextended(seed, 7) % below)::int;

CREATE TEMP TABLE placed AS
SELECT 'H-' || to_char(day, 'YYMMDD') || '-' || lpad(n::text, 4, '0') AS order_id,
       day,
       (day + make_interval(hours => 8 + pg_temp.draw('h' || day || n, 7) + pg_temp.draw('i' || day || n, 7),
                            secs => pg_temp.draw('s' || day || n, 3600))) AT TIME ZONE 'Europe/London' AS occurred_at,
       CASE WHEN n % 11 = 0 THEN NULL ELSE 'C-' || lpad(pg_temp.draw('c' || day || n, 400)::text, 5, '0') END AS customer_id,
       (ARRAY['S-WEB', 'S-WEB', 'S-WEB', 'S-MKT', 'S-BATH', 'S-YORK'])[1 + pg_temp.draw('t' || day || n, 6)] AS store_id,
       1 + pg_temp.draw('l' || day || n, 4) AS lines,
       n
FROM (SELECT (current_setting('shop.first')::date + d)::date AS day
      FROM generate_series(0, current_setting('shop.days')::int - 1) AS d) AS days,
     generate_series(1, current_setting('shop.orders')::int) AS n;

INSERT INTO core.order_lines
SELECT order_id, line, c.product_id, 1, c.category, quantity, c.price, discount, NULL,
       quantity * c.price, quantity * c.price - discount, quantity * c.price * 0.6,
       current_setting('shop.run')::bigint, now()
FROM (SELECT order_id, line,
             1 + pg_temp.draw(order_id || 'p' || line, current_setting('shop.products')::int) AS product,
             1 + pg_temp.draw(order_id || 'q' || line, 6) AS quantity,
             CASE WHEN pg_temp.draw(order_id || 'd' || line, 5) = 0 THEN 0.50 ELSE 0 END AS discount
      FROM placed, generate_series(1, lines) AS line) AS drawn
JOIN catalogue AS c ON c.product_id = 'P-' || lpad(product::text, 4, '0');

INSERT INTO core.orders
SELECT p.order_id, md5(p.order_id)::uuid, p.customer_id, p.store_id, NULL,
       p.occurred_at, p.occurred_at + interval '900 ms', p.day,
       count(*), CASE WHEN p.n % 50 = 7 THEN 1 ELSE 0 END,
       sum(l.quantity), sum(l.gross_sales), sum(l.discount), sum(l.net_sales), sum(l.cost_of_goods),
       3.95, 0, NULL, 'CARD', NULL, NULL, NULL,
       'highstreet.orders', p.n % 4, pg_temp.draw(p.order_id, 1000000000),
       current_setting('shop.run')::bigint, now()
FROM placed AS p JOIN core.order_lines AS l USING (order_id)
GROUP BY p.order_id, p.customer_id, p.store_id, p.occurred_at, p.day, p.n;

INSERT INTO ops.dead_letters
SELECT kafka_topic, kafka_partition, kafka_offset, accepted_lines + 1, 'CLEAN', 'NON_POSITIVE_QUANTITY',
       'quantity is -1, must be at least 1', event_id, occurred_at, received_at,
       convert_to(order_id, 'UTF8'), '\xc301'::bytea, run_id, now()
FROM core.orders WHERE quarantined_lines > 0 ON CONFLICT DO NOTHING;

INSERT INTO core.order_returns
SELECT 'R-' || o.order_id, 1, md5('R' || o.order_id)::uuid, o.order_id, o.customer_id, o.store_id,
       o.occurred_at + interval '1 hour', o.occurred_at + interval '1 hour', o.day, 'changed my mind',
       l.product_id, 1, l.category, 1, l.unit_price, l.unit_price * 0.6, 'highstreet.returns', 0,
       pg_temp.draw(o.order_id, 1000000000), o.run_id, now()
FROM placed AS p JOIN core.orders AS o USING (order_id)
JOIN core.order_lines AS l ON l.order_id = o.order_id AND l.line_number = 1
WHERE p.n % 23 = 5;
DROP TABLE placed;

-- every mart over again, from core
CREATE TEMP VIEW booked AS
SELECT o.occurred_at, o.day, date_trunc('month', o.day)::date AS month, l.product_id, l.category,
       o.store_id, s.type AS channel, o.order_id, o.customer_id,
       l.quantity AS units, l.gross_sales, l.discount AS discounts, l.net_sales, l.cost_of_goods,
       0 AS returned_units, 0::numeric AS refunds, 0::numeric AS returned_cost
FROM core.orders AS o JOIN core.order_lines AS l USING (order_id) JOIN core.stores AS s USING (store_id)
UNION ALL
SELECT r.occurred_at, r.day, date_trunc('month', r.day)::date, r.product_id, r.category,
       r.store_id, s.type, NULL, NULL, 0, 0, 0, 0, 0, r.quantity, r.refund, r.returned_cost
FROM core.order_returns AS r JOIN core.stores AS s USING (store_id);

TRUNCATE mart.hourly_sales, mart.daily_sales, mart.daily_sales_by_product, mart.daily_sales_by_category,
         mart.daily_sales_by_store, mart.daily_sales_by_channel, mart.monthly_sales,
         mart.monthly_sales_by_product, mart.monthly_sales_by_category, mart.monthly_sales_by_store,
         mart.monthly_sales_by_channel;

DO $$
DECLARE
  mart record;
BEGIN
  FOR mart IN
    SELECT * FROM (VALUES
      ('hourly_sales', 'date_trunc(''hour'', occurred_at)'), ('daily_sales', 'day'), ('monthly_sales', 'month'),
      ('daily_sales_by_product', 'day, product_id'), ('monthly_sales_by_product', 'month, product_id'),
      ('daily_sales_by_category', 'day, category'), ('monthly_sales_by_category', 'month, category'),
      ('daily_sales_by_store', 'day, store_id'), ('monthly_sales_by_store', 'month, store_id'),
      ('daily_sales_by_channel', 'day, channel'), ('monthly_sales_by_channel', 'month, channel')) AS m (name, keys)
  LOOP
    EXECUTE format(
      'INSERT INTO mart.%I SELECT %s, count(DISTINCT order_id), count(DISTINCT customer_id), sum(units),
         sum(gross_sales), sum(discounts), sum(net_sales), sum(cost_of_goods), sum(returned_units),
         sum(refunds), sum(returned_cost), %s, now()
       FROM booked GROUP BY %s', mart.name, mart.keys, current_setting('shop.run'), mart.keys);
  END LOOP;
END $$;

INSERT INTO ops.run_counts (run_id, topic, outcome, reason, events, lines, updated_at)
SELECT current_setting('shop.run')::bigint, counted.*, now()
FROM (VALUES
  ('highstreet.products', 'ACCEPTED', '', (SELECT count(*) FROM core.products), 0),
  ('highstreet.stores', 'ACCEPTED', '', (SELECT count(*) FROM core.stores), 0),
  ('highstreet.customers', 'ACCEPTED', '', 400, 0),
  ('highstreet.orders', 'ACCEPTED', '', (SELECT count(*) FROM core.orders), (SELECT count(*) FROM core.order_lines)),
  ('highstreet.orders', 'QUARANTINED', 'NO_LINES_LEFT', 12, 0),
  ('highstreet.orders', 'QUARANTINED', 'UNDECODABLE', 3, 0),
  ('highstreet.orders', 'LINE_QUARANTINED', 'NON_POSITIVE_QUANTITY', 0, (SELECT count(*) FROM ops.dead_letters)),
  ('highstreet.orders', 'REPEATED', '', 41, 0),
  ('highstreet.orders', 'LATE', '', 5, 0),
  ('highstreet.orders', 'BEHIND', '', 2, 0),
  ('highstreet.orders', 'TICK', '', 120, 0),
  ('highstreet.returns', 'ACCEPTED', '', (SELECT count(*) FROM core.order_returns), (SELECT count(*) FROM core.order_returns))
) AS counted (topic, outcome, reason, events, lines)
ON CONFLICT (run_id, topic, outcome, reason)
DO UPDATE SET events = EXCLUDED.events, lines = EXCLUDED.lines, updated_at = EXCLUDED.updated_at;

DROP VIEW booked;
DROP TABLE catalogue;
DROP FUNCTION pg_temp.draw;
