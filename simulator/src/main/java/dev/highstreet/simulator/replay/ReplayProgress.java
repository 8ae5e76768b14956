package dev.highstreet.simulator.replay;

import java.time.Instant;

/**
 * How far a replay has come.
 *
 * @param emitted events handed to the sink so far; ticks are not events
 * @param total events that there will be
 * @param shopTime when the last of them occurred
 */
public record ReplayProgress(long emitted, long total, Instant shopTime) {}
