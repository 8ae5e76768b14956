-- The answer key's ground, in DuckDB: from what truly happened to the lines that count. Written from docs/contract.md
-- and docs/truth.md alone; nothing is shared with the jobs.
--
-- Expects measures.sql, the truth's tables (orders, order_lines, returns, return_lines, products, stores, customers,
-- faults), a table `covered` with the event_id of each late event that a backfill has covered, and the variables
--   zone        the business time zone
--   truth_view  AS_STREAMED: late events are left out; FINAL: each counts once; AS_HEALED: those that are covered count.

-- Calendar time in the business zone. An hour is one of the time line, known by its start: the one that a clock change
-- repeats is two, so it is found by going back from the instant, and never by way of local time.
CREATE MACRO local_time(instant) AS instant AT TIME ZONE getvariable('zone');
CREATE MACRO hour_of(instant) AS instant - (local_time(instant) - date_trunc('hour', local_time(instant)));
CREATE MACRO day_of(instant) AS CAST(local_time(instant) AS DATE);
CREATE MACRO month_of(instant) AS CAST(date_trunc('month', local_time(instant)) AS DATE);

-- What becomes of an event to which something happened on its way; all others are accepted whole. A late event that
-- counts is checked like any other once a backfill includes it: `line` is what that finds at fault, or all of it.
CREATE TABLE fates AS
WITH single_lines AS (
  SELECT event_id FROM order_lines WHERE event_id IN (SELECT event_id FROM faults) GROUP BY event_id HAVING count(*) = 1
  UNION ALL
  SELECT event_id FROM return_lines WHERE event_id IN (SELECT event_id FROM faults) GROUP BY event_id HAVING count(*) = 1
), counting AS (
  SELECT *,
         outcome = 'LATE' AND (getvariable('truth_view') = 'FINAL' OR getvariable('truth_view') = 'AS_HEALED'
                               AND event_id IN (SELECT event_id FROM covered)) AS healed,
         line > 0 AND event_id NOT IN (SELECT event_id FROM single_lines) AS loses_a_line
  FROM faults
  WHERE topic IN ('highstreet.orders', 'highstreet.returns', 'highstreet.products', 'highstreet.stores', 'highstreet.customers')
)
SELECT event_id, topic, key, occurred_at, received_at, list_contains(string_split(kinds, ', '), 'OLD_SCHEMA') AS old_schema,
       outcome, copy_outcome, healed, reason, line,
       CASE WHEN NOT healed THEN outcome WHEN reason IS NULL OR loses_a_line THEN 'ACCEPTED' ELSE 'QUARANTINED' END AS becomes,
       CASE WHEN becomes = 'ACCEPTED' THEN line ELSE 0 END AS lost_line
FROM counting;

-- Accepted orders and returns. How long an event was on its way is known where it was more than a minute: from what
-- befell it, or from the event, if others sent it a while after it had occurred. What an order
-- that was written with the first version of its schema did not say, today's reader takes as its default.
CREATE TABLE accepted_orders AS
SELECT o.* EXCLUDE (received_at, reported_total_micros, device_id),
       CASE WHEN coalesce(f.received_at, o.received_at) > o.occurred_at + INTERVAL 1 MINUTE
            THEN coalesce(f.received_at, o.received_at) END AS received_at,
       CASE WHEN f.old_schema THEN NULL ELSE o.reported_total_micros END AS reported_total_micros,
       CASE WHEN f.old_schema THEN NULL ELSE o.device_id END AS device_id,
       coalesce(f.lost_line, 0) AS lost_line
FROM orders o LEFT JOIN fates f USING (event_id)
WHERE coalesce(f.becomes, 'ACCEPTED') = 'ACCEPTED';

CREATE TABLE accepted_returns AS
SELECT r.* EXCLUDE (received_at),
       CASE WHEN coalesce(f.received_at, r.received_at) > r.occurred_at + INTERVAL 1 MINUTE
            THEN coalesce(f.received_at, r.received_at) END AS received_at,
       coalesce(f.lost_line, 0) AS lost_line
FROM returns r LEFT JOIN fates f USING (event_id)
WHERE coalesce(f.becomes, 'ACCEPTED') = 'ACCEPTED';

-- The type of a store never changes.
CREATE VIEW channels AS SELECT store_id, any_value(type) AS channel FROM stores GROUP BY store_id;

-- Accepted lines, with the revision that they name.
CREATE TABLE sold_lines AS
SELECT o.order_id, l.line_number, o.customer_id, o.store_id, c.channel, l.product_id, l.product_revision, p.category,
       l.quantity, l.unit_price_micros, l.discount_micros, l.promotion_id,
       CAST(l.quantity AS BIGINT) * l.unit_price_micros AS gross_micros,
       CAST(l.quantity AS BIGINT) * p.unit_cost_micros AS cost_micros,
       hour_of(o.occurred_at) AS hour, day_of(o.occurred_at) AS day, month_of(o.occurred_at) AS month
FROM order_lines l
JOIN accepted_orders o ON o.event_id = l.event_id AND o.lost_line <> l.line_number
JOIN products p ON p.product_id = l.product_id AND p.revision = l.product_revision
JOIN channels c ON c.store_id = o.store_id;

CREATE TABLE returned_lines AS
SELECT r.return_id, l.line_number, r.event_id, r.order_id, r.customer_id, r.store_id, c.channel, r.occurred_at, r.received_at,
       r.reason, l.product_id, l.product_revision, p.category, l.quantity, l.refund_micros,
       CAST(l.quantity AS BIGINT) * p.unit_cost_micros AS cost_micros,
       hour_of(r.occurred_at) AS hour, day_of(r.occurred_at) AS day, month_of(r.occurred_at) AS month
FROM return_lines l
JOIN accepted_returns r ON r.event_id = l.event_id AND r.lost_line <> l.line_number
JOIN products p ON p.product_id = l.product_id AND p.revision = l.product_revision
JOIN channels c ON c.store_id = r.store_id;

-- Both, with what each adds to the measures of the groups that it belongs to; a return adds no order and no customer.
CREATE VIEW movements AS
SELECT hour, day, month, product_id, category, store_id, channel,
       {'order_id': order_id, 'customer_id': customer_id, 'units': quantity, 'gross': gross_micros, 'discount': discount_micros,
        'cost': cost_micros, 'returned_units': 0, 'refund': 0, 'returned_cost': 0} AS movement
FROM sold_lines
UNION ALL
SELECT hour, day, month, product_id, category, store_id, channel,
       {'order_id': NULL, 'customer_id': NULL, 'units': 0, 'gross': 0, 'discount': 0, 'cost': 0,
        'returned_units': quantity, 'refund': refund_micros, 'returned_cost': cost_micros} AS movement
FROM returned_lines;
