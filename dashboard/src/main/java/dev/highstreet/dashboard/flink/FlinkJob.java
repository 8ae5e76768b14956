package dev.highstreet.dashboard.flink;

import java.time.Instant;

/**
 * A job of the cluster.
 *
 * @param name as submitted
 * @param state RUNNING, RESTARTING, FINISHED, FAILED, …
 * @param since when it entered that state's job run, wall clock
 * @param tasksRunning of all its tasks
 * @param tasks in all
 */
public record FlinkJob(String name, String state, Instant since, int tasksRunning, int tasks) {
  /** Whether it is at work. */
  public boolean running() {
    return state.equals("RUNNING");
  }

  /** Whether it needs somebody. */
  public boolean troubled() {
    return state.startsWith("FAIL") || state.equals("RESTARTING");
  }
}
