-- Sales by calendar hour, day and month of occurred_at in the business zone. Every mart has the same measures.

CREATE SCHEMA mart;

-- The measures of every sales mart, defined once; the marts below take them over with LIKE.
CREATE TABLE mart.sales_measures (
  orders              bigint NOT NULL,
  customers           bigint NOT NULL,
  units               bigint NOT NULL,
  gross_sales         numeric NOT NULL,
  discounts           numeric NOT NULL,
  net_sales           numeric NOT NULL,
  cost_of_goods       numeric NOT NULL,
  returned_units      bigint NOT NULL,
  refunds             numeric NOT NULL,
  returned_cost       numeric NOT NULL,
  run_id              bigint NOT NULL,
  updated_at          timestamptz NOT NULL,
  average_order_value numeric GENERATED ALWAYS AS (net_sales / nullif(orders, 0)) VIRTUAL,
  revenue             numeric GENERATED ALWAYS AS (net_sales - refunds) VIRTUAL,
  gross_margin        numeric GENERATED ALWAYS AS (net_sales - refunds - (cost_of_goods - returned_cost)) VIRTUAL
);
COMMENT ON COLUMN mart.sales_measures.orders IS 'Accepted orders with at least one accepted line in the group.';
COMMENT ON COLUMN mart.sales_measures.customers IS 'Distinct customers of those orders; guests are not counted. Never add it up over rows.';
COMMENT ON COLUMN mart.sales_measures.net_sales IS 'Gross sales less discounts, before refunds.';
COMMENT ON COLUMN mart.sales_measures.refunds IS 'Booked in the period of the return.';
COMMENT ON COLUMN mart.sales_measures.run_id IS 'The run that wrote the row; a later run may overwrite it, never an earlier one.';

CREATE TABLE mart.hourly_sales (
  hour timestamptz PRIMARY KEY,
  LIKE mart.sales_measures INCLUDING ALL
);

CREATE TABLE mart.daily_sales (
  day date PRIMARY KEY,
  LIKE mart.sales_measures INCLUDING ALL
);

CREATE TABLE mart.daily_sales_by_product (
  day        date NOT NULL,
  product_id text NOT NULL,
  LIKE mart.sales_measures INCLUDING ALL,
  PRIMARY KEY (day, product_id)
);

CREATE TABLE mart.daily_sales_by_category (
  day      date NOT NULL,
  category text NOT NULL,
  LIKE mart.sales_measures INCLUDING ALL,
  PRIMARY KEY (day, category)
);

CREATE TABLE mart.daily_sales_by_store (
  day      date NOT NULL,
  store_id text NOT NULL,
  LIKE mart.sales_measures INCLUDING ALL,
  PRIMARY KEY (day, store_id)
);

CREATE TABLE mart.daily_sales_by_channel (
  day     date NOT NULL,
  channel text NOT NULL,
  LIKE mart.sales_measures INCLUDING ALL,
  PRIMARY KEY (day, channel)
);

CREATE TABLE mart.monthly_sales (
  month date PRIMARY KEY CHECK (extract(day FROM month) = 1),
  LIKE mart.sales_measures INCLUDING ALL
);

CREATE TABLE mart.monthly_sales_by_product (
  month      date NOT NULL CHECK (extract(day FROM month) = 1),
  product_id text NOT NULL,
  LIKE mart.sales_measures INCLUDING ALL,
  PRIMARY KEY (month, product_id)
);

CREATE TABLE mart.monthly_sales_by_category (
  month    date NOT NULL CHECK (extract(day FROM month) = 1),
  category text NOT NULL,
  LIKE mart.sales_measures INCLUDING ALL,
  PRIMARY KEY (month, category)
);

CREATE TABLE mart.monthly_sales_by_store (
  month    date NOT NULL CHECK (extract(day FROM month) = 1),
  store_id text NOT NULL,
  LIKE mart.sales_measures INCLUDING ALL,
  PRIMARY KEY (month, store_id)
);

CREATE TABLE mart.monthly_sales_by_channel (
  month   date NOT NULL CHECK (extract(day FROM month) = 1),
  channel text NOT NULL,
  LIKE mart.sales_measures INCLUDING ALL,
  PRIMARY KEY (month, channel)
);

DROP TABLE mart.sales_measures;
