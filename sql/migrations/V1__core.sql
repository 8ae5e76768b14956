-- What happened, one row a thing: orders, their lines, returns, and the newest revision of what they name.
-- Money is numeric, in units of the shop's currency. Times are timestamptz; a day is a date in the business zone.

CREATE SCHEMA core;

CREATE TABLE core.products (
  product_id        text PRIMARY KEY,
  revision          integer NOT NULL,
  name              text NOT NULL,
  category          text NOT NULL,
  brand             text,
  supplier          text,
  list_price        numeric NOT NULL,
  unit_cost         numeric NOT NULL,
  unit_cost_assumed boolean NOT NULL,
  active            boolean NOT NULL,
  effective_from    timestamptz NOT NULL,
  run_id            bigint NOT NULL,
  updated_at        timestamptz NOT NULL
);

CREATE TABLE core.product_price_history (
  product_id text NOT NULL,
  revision   integer NOT NULL,
  name       text NOT NULL,
  category   text NOT NULL,
  list_price numeric NOT NULL,
  unit_cost  numeric NOT NULL,
  valid_from timestamptz NOT NULL,
  valid_to   timestamptz,
  run_id     bigint NOT NULL,
  updated_at timestamptz NOT NULL,
  PRIMARY KEY (product_id, revision)
);
COMMENT ON COLUMN core.product_price_history.valid_to IS 'When the next revision came into force; null for the newest.';

CREATE TABLE core.stores (
  store_id        text PRIMARY KEY,
  revision        integer NOT NULL,
  name            text NOT NULL,
  type            text NOT NULL CHECK (type IN ('WEBSITE', 'MARKETPLACE', 'SHOP')),
  city            text,
  postcode        text,
  manager         text,
  opening_hours   text,
  commission_rate numeric,
  rating          numeric,
  opened_at       timestamptz NOT NULL,
  run_id          bigint NOT NULL,
  updated_at      timestamptz NOT NULL
);

CREATE TABLE core.customers (
  customer_id   text PRIMARY KEY,
  revision      integer NOT NULL,
  registered_at timestamptz NOT NULL,
  country       text NOT NULL,
  city          text,
  postcode_area text,
  segment       text,
  run_id        bigint NOT NULL,
  updated_at    timestamptz NOT NULL
);

CREATE TABLE core.orders (
  order_id          text PRIMARY KEY,
  event_id          uuid NOT NULL,
  customer_id       text,
  store_id          text NOT NULL,
  session_id        text,
  occurred_at       timestamptz NOT NULL,
  received_at       timestamptz NOT NULL,
  day               date NOT NULL,
  accepted_lines    integer NOT NULL,
  quarantined_lines integer NOT NULL,
  units             bigint NOT NULL,
  gross_sales       numeric NOT NULL,
  discounts         numeric NOT NULL,
  net_sales         numeric NOT NULL,
  cost_of_goods     numeric NOT NULL,
  shipping_fee      numeric NOT NULL,
  tax_included      numeric NOT NULL,
  reported_total    numeric,
  payment_method    text NOT NULL,
  ip_address        text,
  user_agent        text,
  device_id         text,
  kafka_topic       text NOT NULL,
  kafka_partition   integer NOT NULL,
  kafka_offset      bigint NOT NULL,
  run_id            bigint NOT NULL,
  updated_at        timestamptz NOT NULL
);
COMMENT ON TABLE core.orders IS 'Accepted orders; sums are over the accepted lines.';
CREATE INDEX orders_newest ON core.orders (occurred_at DESC, order_id DESC);
CREATE INDEX orders_by_customer ON core.orders (customer_id, occurred_at DESC);

CREATE TABLE core.order_lines (
  order_id         text NOT NULL,
  line_number      integer NOT NULL,
  product_id       text NOT NULL,
  product_revision integer NOT NULL,
  category         text NOT NULL,
  quantity         integer NOT NULL,
  unit_price       numeric NOT NULL,
  discount         numeric NOT NULL,
  promotion_id     text,
  gross_sales      numeric NOT NULL,
  net_sales        numeric NOT NULL,
  cost_of_goods    numeric NOT NULL,
  run_id           bigint NOT NULL,
  updated_at       timestamptz NOT NULL,
  PRIMARY KEY (order_id, line_number)
);
COMMENT ON TABLE core.order_lines IS 'Accepted lines; quarantined ones are in ops.dead_letters.';
CREATE INDEX order_lines_by_product ON core.order_lines (product_id);

CREATE TABLE core.order_returns (
  return_id        text NOT NULL,
  line_number      integer NOT NULL,
  event_id         uuid NOT NULL,
  order_id         text,
  customer_id      text,
  store_id         text NOT NULL,
  occurred_at      timestamptz NOT NULL,
  received_at      timestamptz NOT NULL,
  day              date NOT NULL,
  reason           text,
  product_id       text NOT NULL,
  product_revision integer NOT NULL,
  category         text NOT NULL,
  quantity         integer NOT NULL,
  refund           numeric NOT NULL,
  returned_cost    numeric NOT NULL,
  kafka_topic      text NOT NULL,
  kafka_partition  integer NOT NULL,
  kafka_offset     bigint NOT NULL,
  run_id           bigint NOT NULL,
  updated_at       timestamptz NOT NULL,
  PRIMARY KEY (return_id, line_number)
);
COMMENT ON TABLE core.order_returns IS 'Accepted lines of returns; line_number is the position in the return, from 1.';
CREATE INDEX order_returns_newest ON core.order_returns (occurred_at DESC, return_id DESC);
CREATE INDEX order_returns_by_order ON core.order_returns (order_id) WHERE order_id IS NOT NULL;
