-- Backfills: runs that replace the rows of some days, and of the months that these are in, with all that is known of them by now.

ALTER TABLE ops.runs
  DROP CONSTRAINT runs_mode_check,
  ADD CONSTRAINT runs_mode_check CHECK (mode IN ('LIVE', 'BOUNDED', 'BACKFILL')),
  ADD COLUMN first_day date,
  ADD COLUMN last_day date,
  ADD COLUMN rows_written bigint,
  ADD COLUMN problem text,
  ADD CONSTRAINT runs_days_check CHECK (
    CASE mode WHEN 'BACKFILL' THEN first_day IS NOT NULL AND last_day IS NOT NULL AND first_day <= last_day
    ELSE first_day IS NULL AND last_day IS NULL END);
COMMENT ON COLUMN ops.runs.first_day IS 'The first day that a backfill replaces, in time_zone; null for other runs. The months that the days are in are replaced as well.';
COMMENT ON COLUMN ops.runs.rows_written IS 'Rows that a backfill put in place of others; null before it has, and for other runs.';
COMMENT ON COLUMN ops.runs.problem IS 'Why a backfill failed, as far as somebody who watched could tell.';

ALTER TABLE ops.run_counts
  DROP CONSTRAINT run_counts_outcome_check,
  ADD CONSTRAINT run_counts_outcome_check
    CHECK (outcome IN ('ACCEPTED', 'LATE', 'BEHIND', 'REPEATED', 'QUARANTINED', 'LINE_QUARANTINED', 'TICK', 'OUTSIDE'));
COMMENT ON TABLE ops.run_counts IS 'Conservation, per topic and run: records read = ACCEPTED + LATE + BEHIND + REPEATED + QUARANTINED + TICK + OUTSIDE, in events.';
COMMENT ON COLUMN ops.run_counts.outcome IS 'LINE_QUARANTINED counts faulty lines of orders and returns by reason; its events are 0. OUTSIDE: read by a backfill that is not about it.';

ALTER TABLE ops.late_events ADD COLUMN backfilled_by bigint;
COMMENT ON COLUMN ops.late_events.backfilled_by IS 'The run, a backfill of its day, that has counted it in; null while none has.';

CREATE OR REPLACE VIEW ops.late_days AS
SELECT day,
       count(*) FILTER (WHERE kind = 'LATE')   AS late,
       count(*) FILTER (WHERE kind = 'BEHIND') AS behind
FROM ops.late_events
WHERE backfilled_by IS NULL
GROUP BY day;
COMMENT ON VIEW ops.late_days IS 'Days with late or behind events that no backfill has counted in.';

CREATE TABLE ops.backfilled_periods (
  grain  text NOT NULL CHECK (grain IN ('DAY', 'MONTH')),
  period date NOT NULL,
  run_id bigint NOT NULL,
  PRIMARY KEY (grain, period)
);
COMMENT ON TABLE ops.backfilled_periods IS 'Periods that a backfill has replaced: their rows are sealed, and written by backfills only.';
COMMENT ON COLUMN ops.backfilled_periods.period IS 'The day, or the first day of the month, in the business zone.';
COMMENT ON COLUMN ops.backfilled_periods.run_id IS 'The backfill that replaced it last.';

-- Where a backfill puts its rows until all are there; then they take the place of the old ones, in one transaction.
CREATE SCHEMA staging;
GRANT USAGE ON SCHEMA staging TO highstreet_writer;
ALTER DEFAULT PRIVILEGES IN SCHEMA staging GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO highstreet_writer;

-- Makes the table in which rows of a table are staged: staging.mart_daily_sales for mart.daily_sales.
CREATE PROCEDURE staging.mirror(mirrored regclass) LANGUAGE plpgsql AS $$
DECLARE
  staged text;
  key text;
BEGIN
  SELECT format('staging.%I', nspname || '_' || relname) INTO STRICT staged
  FROM pg_class JOIN pg_namespace ON pg_namespace.oid = relnamespace
  WHERE pg_class.oid = mirrored;
  SELECT string_agg(quote_ident(attname), ', ' ORDER BY place) INTO STRICT key
  FROM pg_index
  CROSS JOIN LATERAL unnest(indkey) WITH ORDINALITY AS part (number, place)
  JOIN pg_attribute ON (attrelid, attnum) = (indrelid, number)
  WHERE indrelid = mirrored AND indisprimary;
  EXECUTE format('CREATE TABLE %s (LIKE %s INCLUDING GENERATED, PRIMARY KEY (run_id, %s))', staged, mirrored, key);
END $$;
REVOKE EXECUTE ON PROCEDURE staging.mirror FROM PUBLIC;

CALL staging.mirror('core.orders');
CALL staging.mirror('core.order_lines');
CALL staging.mirror('core.order_returns');
CALL staging.mirror('mart.hourly_sales');
CALL staging.mirror('mart.daily_sales');
CALL staging.mirror('mart.monthly_sales');
CALL staging.mirror('mart.daily_sales_by_product');
CALL staging.mirror('mart.monthly_sales_by_product');
CALL staging.mirror('mart.daily_sales_by_category');
CALL staging.mirror('mart.monthly_sales_by_category');
CALL staging.mirror('mart.daily_sales_by_store');
CALL staging.mirror('mart.monthly_sales_by_store');
CALL staging.mirror('mart.daily_sales_by_channel');
CALL staging.mirror('mart.monthly_sales_by_channel');
CALL staging.mirror('ops.dead_letters');
