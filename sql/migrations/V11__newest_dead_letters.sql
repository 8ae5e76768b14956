-- The dashboard lists dead letters of every reason by the time of their records, the newest first, a page at a time.

CREATE INDEX dead_letters_newest ON ops.dead_letters (record_time, topic, partition, "offset", line);
