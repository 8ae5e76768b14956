package dev.highstreet.jobs.mart;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

/**
 * The live run that a backfill has to agree with.
 *
 * @param runId its number
 * @param zone the business time zone that it decided days by
 * @param lateness how long after it occurred an event was received and still counted
 * @param closedUpTo periods that end at or before it are final; null if it has told no time yet
 */
public record EarlierRun(long runId, ZoneId zone, Duration lateness, Instant closedUpTo) {}
