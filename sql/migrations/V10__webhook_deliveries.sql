-- Which deliveries of the webhook were taken, so that none is taken twice. The dashboard may add rows, and neither change nor remove any.

CREATE TABLE ops.webhook_deliveries (
  delivery_id  text PRIMARY KEY CHECK (delivery_id <> ''),
  signed_at    timestamptz NOT NULL,
  taken_at     timestamptz NOT NULL DEFAULT clock_timestamp(),
  transactions integer NOT NULL CHECK (transactions > 0)
);
COMMENT ON TABLE ops.webhook_deliveries IS 'A row a delivery that was taken. It is added before the delivery is handed over, in a transaction that ends with it: while that lasts, a second one with this id waits, and what fails leaves no row.';
COMMENT ON COLUMN ops.webhook_deliveries.delivery_id IS 'As its sender named it.';
COMMENT ON COLUMN ops.webhook_deliveries.signed_at IS 'Its timestamp, by its sender''s clock.';

REVOKE UPDATE, DELETE ON ops.webhook_deliveries FROM highstreet_writer;
GRANT INSERT ON ops.webhook_deliveries TO highstreet_reader;
