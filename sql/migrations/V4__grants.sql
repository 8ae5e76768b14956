-- Three roles: the owner migrates (and runs this), the writer is the jobs, the reader is the dashboard.

GRANT USAGE ON SCHEMA core, mart, ops TO highstreet_writer, highstreet_reader;
GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA core, mart, ops TO highstreet_writer;
GRANT SELECT ON ALL TABLES IN SCHEMA core, mart, ops TO highstreet_reader;
ALTER DEFAULT PRIVILEGES IN SCHEMA core, mart, ops GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO highstreet_writer;
ALTER DEFAULT PRIVILEGES IN SCHEMA core, mart, ops GRANT SELECT ON TABLES TO highstreet_reader;
