package dev.highstreet.dashboard.monitoring;

import static java.util.Objects.requireNonNull;

import dev.highstreet.dashboard.flink.FlinkJob;
import dev.highstreet.dashboard.flink.JobHealth;
import dev.highstreet.dashboard.shell.Panel;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * The jobs panel: those that go on, and the newest of those that have ended.
 *
 * @param health of every job that the cluster knows, the newest first
 */
public record Jobs(Panel<List<JobHealth>> health) {
  private static final int ENDED_SHOWN = 3;

  public Jobs {
    requireNonNull(health, "health is null");
  }

  /** Those to show: all that have not ended, then a few of the others. */
  public List<JobHealth> shown() {
    return Stream.concat(
            going().stream(),
            all().stream().filter(health -> health.job().ended()).limit(ENDED_SHOWN))
        .toList();
  }

  /** Those that have not ended. */
  public List<JobHealth> going() {
    return all().stream().filter(health -> !health.job().ended()).toList();
  }

  /** How many more have ended than are shown. */
  public int endedBefore() {
    return Math.max(0, all().size() - going().size() - ENDED_SHOWN);
  }

  /** Records that Flink itself has dropped, of all jobs that go on: must be 0. */
  public long lateDrops() {
    return all().stream().mapToLong(health -> health.lateDrops().orElse(0)).sum();
  }

  /** The class of the dot before a state. */
  public static String dot(FlinkJob job) {
    return job.running() ? "dot live" : job.troubled() ? "dot gone" : "dot";
  }

  /** {@code Running}. */
  public static String state(FlinkJob job) {
    String state = job.state();
    return state.isEmpty()
        ? "Unknown"
        : state.charAt(0) + state.substring(1).toLowerCase(Locale.ROOT);
  }

  private List<JobHealth> all() {
    return health.found().orElse(List.of());
  }
}
