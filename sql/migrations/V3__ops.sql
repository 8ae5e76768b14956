-- What the pipeline did: its runs, what they counted, and everything that left by the side.

CREATE SCHEMA ops;

CREATE TABLE ops.runs (
  run_id        bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  job           text NOT NULL,
  mode          text NOT NULL CHECK (mode IN ('LIVE', 'BOUNDED')),
  runtime       text NOT NULL CHECK (runtime IN ('STREAMING', 'BATCH')),
  time_zone     text NOT NULL,
  lateness      interval NOT NULL,
  clock_skew    interval NOT NULL,
  start_offsets jsonb,
  end_offsets   jsonb,
  started_at    timestamptz NOT NULL DEFAULT now(),
  ended_at      timestamptz,
  outcome       text NOT NULL DEFAULT 'RUNNING' CHECK (outcome IN ('RUNNING', 'FINISHED', 'STOPPED', 'CANCELLED', 'FAILED')),
  watermark     timestamptz
);
COMMENT ON COLUMN ops.runs.end_offsets IS 'Where a bounded run stops reading, frozen when it starts: {"topic": {"partition": offset}}.';
COMMENT ON COLUMN ops.runs.watermark IS 'Periods that end at or before it are final; null until the first watermark, infinity when all input has ended.';

CREATE TABLE ops.run_counts (
  run_id     bigint NOT NULL,
  topic      text NOT NULL,
  outcome    text NOT NULL CHECK (outcome IN ('ACCEPTED', 'LATE', 'BEHIND', 'REPEATED', 'QUARANTINED', 'LINE_QUARANTINED', 'TICK')),
  reason     text NOT NULL DEFAULT '',
  events     bigint NOT NULL,
  lines      bigint NOT NULL,
  updated_at timestamptz NOT NULL,
  PRIMARY KEY (run_id, topic, outcome, reason)
);
COMMENT ON TABLE ops.run_counts IS 'Conservation, per topic and run: records produced = ACCEPTED + LATE + BEHIND + REPEATED + QUARANTINED + TICK, in events.';
COMMENT ON COLUMN ops.run_counts.outcome IS 'LINE_QUARANTINED counts faulty lines of orders and returns by reason; its events are 0.';

CREATE TABLE ops.dead_letters (
  topic       text NOT NULL,
  partition   integer NOT NULL,
  "offset"    bigint NOT NULL,
  line        integer NOT NULL,
  stage       text NOT NULL CHECK (stage IN ('DECODE', 'CLEAN', 'ENRICH')),
  reason      text NOT NULL,
  detail      text NOT NULL,
  event_id    uuid,
  occurred_at timestamptz,
  record_time timestamptz NOT NULL,
  key         bytea,
  bytes       bytea,
  run_id      bigint NOT NULL,
  updated_at  timestamptz NOT NULL,
  PRIMARY KEY (topic, partition, "offset", line)
);
COMMENT ON COLUMN ops.dead_letters.line IS 'The faulty line of the record; 0 when the record as a whole is quarantined.';
COMMENT ON COLUMN ops.dead_letters.bytes IS 'The record as read, kept once: on the row with the lowest line of its record. Null too for a record without a value.';
CREATE INDEX dead_letters_by_reason ON ops.dead_letters (reason, record_time DESC);

CREATE TABLE ops.late_events (
  topic       text NOT NULL,
  partition   integer NOT NULL,
  "offset"    bigint NOT NULL,
  kind        text NOT NULL CHECK (kind IN ('LATE', 'BEHIND')),
  event_id    uuid NOT NULL,
  occurred_at timestamptz NOT NULL,
  received_at timestamptz NOT NULL,
  day         date NOT NULL,
  bytes       bytea NOT NULL,
  run_id      bigint NOT NULL,
  updated_at  timestamptz NOT NULL,
  PRIMARY KEY (topic, partition, "offset")
);
COMMENT ON COLUMN ops.late_events.kind IS 'LATE: received more than the allowed lateness after it occurred. BEHIND: on time by its fields, but the watermark had passed it.';
CREATE INDEX late_events_by_day ON ops.late_events (day);

CREATE VIEW ops.late_days AS
SELECT day,
       count(*) FILTER (WHERE kind = 'LATE')   AS late,
       count(*) FILTER (WHERE kind = 'BEHIND') AS behind
FROM ops.late_events
GROUP BY day;
