package dev.highstreet.cli.backfill;

import java.time.Duration;

/**
 * What a backfill did.
 *
 * @param run its number in {@code ops.runs}
 * @param days which it replaced
 * @param rows that it put in place of others, in all tables
 * @param records that it read from Kafka
 * @param bytes of their keys and values
 * @param took from its submission to its end
 */
record Backfilled(long run, DayRange days, long rows, long records, long bytes, Duration took) {}
