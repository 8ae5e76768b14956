package dev.highstreet.dashboard.flink;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * How a job is. Of one that has ended only its state is known.
 *
 * @param job itself
 * @param restarts how often it was started anew; empty where Flink does not say
 * @param uptime since it runs without interruption; empty while it does not run
 * @param checkpoints since it was submitted
 * @param load how hard its tasks work; empty until that was asked twice
 * @param lateDrops records that its operators have dropped by themselves: must be 0
 */
public record JobHealth(
    FlinkJob job,
    OptionalLong restarts,
    Optional<Duration> uptime,
    Optional<Checkpoints> checkpoints,
    Optional<Load> load,
    OptionalLong lateDrops) {
  public JobHealth {
    requireNonNull(job, "job is null");
    requireNonNull(restarts, "restarts is null");
    requireNonNull(uptime, "uptime is null");
    requireNonNull(checkpoints, "checkpoints is null");
    requireNonNull(load, "load is null");
    requireNonNull(lateDrops, "lateDrops is null");
  }

  /** Of a job that has ended. */
  static JobHealth ended(FlinkJob job) {
    return new JobHealth(
        job,
        OptionalLong.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        OptionalLong.empty());
  }
}
