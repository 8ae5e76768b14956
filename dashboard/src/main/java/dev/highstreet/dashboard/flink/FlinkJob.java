package dev.highstreet.dashboard.flink;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Set;

/**
 * A job of the cluster.
 *
 * @param id as the cluster names it
 * @param name as submitted
 * @param state RUNNING, RESTARTING, FINISHED, FAILED, …
 * @param since when it was started, wall clock
 * @param tasksRunning of all its tasks
 * @param tasks in all
 */
public record FlinkJob(
    String id, String name, String state, Instant since, int tasksRunning, int tasks) {
  private static final Set<String> ENDED = Set.of("FINISHED", "CANCELED", "FAILED");

  public FlinkJob {
    requireNonNull(id, "id is null");
    requireNonNull(name, "name is null");
    requireNonNull(state, "state is null");
    requireNonNull(since, "since is null");
  }

  /** Whether it is at work. */
  public boolean running() {
    return state.equals("RUNNING");
  }

  /** Whether it has come to its end, good or bad. */
  public boolean ended() {
    return ENDED.contains(state);
  }

  /** Whether it needs somebody. */
  public boolean troubled() {
    return state.startsWith("FAIL") || state.equals("RESTARTING");
  }
}
