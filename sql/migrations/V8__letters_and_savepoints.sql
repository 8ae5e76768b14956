-- What was sent back in, and where live runs were stopped.

CREATE TABLE ops.letter_replays (
  replay_id    bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  topic        text NOT NULL,
  partition    integer NOT NULL,
  "offset"     bigint NOT NULL,
  replayed_at  timestamptz NOT NULL DEFAULT now(),
  to_partition integer NOT NULL,
  to_offset    bigint NOT NULL,
  event_id     uuid,
  repaired     boolean NOT NULL
);
COMMENT ON TABLE ops.letter_replays IS 'Records of ops.dead_letters that were sent back into their topic: topic, partition and offset are those of the letter.';
COMMENT ON COLUMN ops.letter_replays.event_id IS 'Identity of the event that was sent; null where that is not known.';
COMMENT ON COLUMN ops.letter_replays.repaired IS 'True for an event that somebody has mended, false for the original bytes.';
CREATE INDEX letter_replays_by_letter ON ops.letter_replays (topic, partition, "offset");

ALTER TABLE ops.runs ADD COLUMN savepoint text;
COMMENT ON COLUMN ops.runs.savepoint IS 'Where a live run was stopped, as Flink names it: another run can go on from there.';
COMMENT ON COLUMN ops.runs.start_offsets IS 'Up to where earlier runs had accounted for records when this one went on from their savepoint; null where it began with the first record. Exact as a sum over the partitions of a topic.';
COMMENT ON COLUMN ops.runs.end_offsets IS 'Of a bounded run, where it stops reading, frozen when it starts; of a live run that was stopped at a savepoint, up to where it had accounted for records: {"topic": {"partition": offset}}.';
