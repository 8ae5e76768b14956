#!/bin/sh
# Makes the three roles, with passwords from the environment. Postgres' image runs it once, on an empty volume.
set -eu
psql --username postgres --dbname highstreet --set ON_ERROR_STOP=1 --quiet <<'SQL'
\getenv owner HIGHSTREET_OWNER_PASSWORD
\getenv writer HIGHSTREET_WRITER_PASSWORD
\getenv reader HIGHSTREET_READER_PASSWORD
CREATE ROLE highstreet_owner LOGIN PASSWORD :'owner';
CREATE ROLE highstreet_writer LOGIN PASSWORD :'writer';
CREATE ROLE highstreet_reader LOGIN PASSWORD :'reader';
GRANT CREATE ON DATABASE highstreet TO highstreet_owner;
SQL
