-- How the tables compared with the answer key, each time that somebody asked.

CREATE SEQUENCE ops.reconciliation_ids;
GRANT USAGE ON SEQUENCE ops.reconciliation_ids TO highstreet_writer;

CREATE TABLE ops.reconciliations (
  reconciliation_id bigint NOT NULL,
  at                timestamptz NOT NULL DEFAULT now(),
  view              text NOT NULL CHECK (view IN ('AS_STREAMED', 'FINAL', 'AS_HEALED')),
  first_day         date NOT NULL,
  last_day          date NOT NULL,
  table_name        text NOT NULL,
  expected          bigint NOT NULL,
  equal             bigint NOT NULL,
  missing           bigint NOT NULL,
  extra             bigint NOT NULL,
  different         bigint NOT NULL,
  first_differences jsonb NOT NULL,
  seconds           numeric NOT NULL,
  PRIMARY KEY (reconciliation_id, table_name)
);
COMMENT ON TABLE ops.reconciliations IS 'A row for each table that was compared; one reconciliation_id for those that were compared together.';
COMMENT ON COLUMN ops.reconciliations.view IS 'AS_STREAMED: late events left out; FINAL: counted; AS_HEALED: those counted that a backfill has covered.';
COMMENT ON COLUMN ops.reconciliations.expected IS 'Rows of the answer key = equal + missing + different. Rows in the table = equal + extra + different.';
COMMENT ON COLUMN ops.reconciliations.first_differences IS '[{"kind", "key": {column: value}, "columns": [{"column", "expected", "found"}]}], a few.';
