-- Files that were dropped, and what became of each. The dashboard may add rows, and neither change nor remove any.

CREATE TABLE ops.uploads (
  upload_id text PRIMARY KEY CHECK (upload_id <> ''),
  file      text NOT NULL,
  kind      text CHECK (kind IN ('TRANSACTIONS', 'PRODUCTS', 'STORES')),
  state     text NOT NULL CHECK (state IN ('TAKEN', 'REFUSED')),
  bytes     bigint NOT NULL CHECK (bytes >= 0),
  sha256    bytea CHECK (length(sha256) = 32),
  rows      bigint NOT NULL CHECK (rows >= 0),
  rejected  bigint NOT NULL CHECK (rejected >= 0),
  ended_at  timestamptz NOT NULL DEFAULT clock_timestamp(),
  CHECK (state = 'REFUSED' OR (rejected = 0 AND rows > 0 AND kind IS NOT NULL AND sha256 IS NOT NULL))
);
COMMENT ON TABLE ops.uploads IS 'A row a file that was taken whole, or refused whole. That of a file that is taken is added before its rows are handed over, in a transaction that ends with it: what fails leaves no row.';
COMMENT ON COLUMN ops.uploads.upload_id IS 'What its name on disk begins with.';
COMMENT ON COLUMN ops.uploads.file IS 'Its name, with other characters than letters, digits, dots, hyphens and underscores replaced.';
COMMENT ON COLUMN ops.uploads.kind IS 'By its header; null if that is none of ours.';
COMMENT ON COLUMN ops.uploads.sha256 IS 'Of its bytes; null if they were not read to their end.';
COMMENT ON COLUMN ops.uploads.rows IS 'Below its header, as far as it was read.';
COMMENT ON COLUMN ops.uploads.rejected IS 'How many of its lines are at fault; 0 also where none in particular is.';
CREATE UNIQUE INDEX uploads_taken_once ON ops.uploads (sha256) WHERE state = 'TAKEN';
CREATE INDEX uploads_by_time ON ops.uploads (ended_at);

CREATE TABLE ops.upload_faults (
  upload_id text NOT NULL REFERENCES ops.uploads,
  number    integer NOT NULL CHECK (number > 0),
  line      bigint NOT NULL CHECK (line >= 0),
  cell      text NOT NULL,
  reason    text NOT NULL,
  PRIMARY KEY (upload_id, number)
);
COMMENT ON TABLE ops.upload_faults IS 'Why a file was refused, by line; the first thousand faults of each.';
COMMENT ON COLUMN ops.upload_faults.line IS 'From 1, the header; 0 if it is no line''s fault.';
COMMENT ON COLUMN ops.upload_faults.cell IS 'The column that is at fault; empty if it is none''s.';

REVOKE UPDATE, DELETE ON ops.uploads, ops.upload_faults FROM highstreet_writer;
GRANT INSERT ON ops.uploads, ops.upload_faults TO highstreet_reader;
