package dev.highstreet.jobs.mart;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.ZoneId;
import org.apache.flink.api.common.RuntimeExecutionMode;

/**
 * What is known of a run when it begins.
 *
 * @param job its name, as in {@code sales}
 * @param mode whether it ends by itself, and what it writes
 * @param runtime STREAMING or BATCH
 * @param zone the business time zone, which decides days and months
 * @param lateness how long after it occurred an event may be received and still count
 * @param clockSkew how far one collector's clock may be from another's
 * @param startOffsets where reading begins, as JSON {@code {"topic": {"partition": offset}}}; null
 *     where the source decides
 * @param endOffsets where reading ends, in the same form; null for a live run
 */
public record RunStart(
    String job,
    Mode mode,
    RuntimeExecutionMode runtime,
    ZoneId zone,
    Duration lateness,
    Duration clockSkew,
    String startOffsets,
    String endOffsets) {

  /** Whether a run ends by itself, and what it writes. */
  public enum Mode {
    /** Goes on for ever. */
    LIVE,
    /** Ends where the topics ended when it began. */
    BOUNDED,
    /** Replaces some days, and the months that they are in. */
    BACKFILL
  }

  public RunStart {
    requireNonNull(job, "job is null");
    requireNonNull(mode, "mode is null");
    requireNonNull(runtime, "runtime is null");
    requireNonNull(zone, "zone is null");
    requireNonNull(lateness, "lateness is null");
    requireNonNull(clockSkew, "clockSkew is null");
    if (runtime == RuntimeExecutionMode.AUTOMATIC) {
      throw new IllegalArgumentException("runtime is AUTOMATIC: say STREAMING or BATCH");
    }
  }
}
