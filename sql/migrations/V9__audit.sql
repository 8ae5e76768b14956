-- Who changed what through the pages and their interface. The dashboard may add rows, and neither change nor remove any.

CREATE TABLE ops.audit (
  audit_id  bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  change_id uuid NOT NULL,
  at        timestamptz NOT NULL DEFAULT clock_timestamp(),
  actor     text NOT NULL,
  address   text NOT NULL,
  action    text NOT NULL,
  target    text NOT NULL,
  outcome   text NOT NULL CHECK (outcome IN ('ASKED', 'DONE', 'REFUSED', 'FAILED')),
  detail    text NOT NULL
);
COMMENT ON TABLE ops.audit IS 'Two rows a change: ASKED, written before anything is done, and how it ended. One without an end was cut short.';
COMMENT ON COLUMN ops.audit.actor IS 'Whose token it was: operator, or the webhook''s sender.';
COMMENT ON COLUMN ops.audit.address IS 'Network address of the client, as the server saw it.';
COMMENT ON COLUMN ops.audit.target IS 'What was to be changed, such as a day or an order; the path until that is known.';
CREATE INDEX audit_by_change ON ops.audit (change_id);

REVOKE UPDATE, DELETE ON ops.audit FROM highstreet_writer;
GRANT INSERT ON ops.audit TO highstreet_reader;
