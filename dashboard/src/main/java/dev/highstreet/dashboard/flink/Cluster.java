package dev.highstreet.dashboard.flink;

import dev.highstreet.dashboard.shell.LastKnown;
import dev.highstreet.dashboard.shell.Panel;
import dev.highstreet.dashboard.shell.Problem;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The Flink cluster, asked at most every 2 s however many watch. */
public final class Cluster {
  private static final Duration KEEP = Duration.ofSeconds(2);

  private final FlinkRest cluster;
  private final LastKnown<List<FlinkJob>> jobs;
  private final LastKnown<List<JobHealth>> health;

  /**
   * Asks nothing yet.
   *
   * @param rest its REST interface; it may be out of reach
   * @param clock the wall clock
   */
  public Cluster(URI rest, Clock clock) {
    this.cluster = new FlinkRest(rest, clock);
    FlinkJobs known = new FlinkJobs(cluster);
    JobHealthReader reader = new JobHealthReader(cluster, clock);
    this.jobs = new LastKnown<>(known::read, KEEP, clock);
    this.health = new LastKnown<>(() -> reader.read(known.read()), KEEP, clock);
  }

  /** Its jobs, the newest first. */
  public Panel<List<FlinkJob>> jobs() {
    return jobs.get();
  }

  /** That it gives no answer, and since when; empty while it does. Asks nothing. */
  public Optional<Problem> silent() {
    return cluster.silent();
  }

  /** How each of them is, the newest first. */
  public Panel<List<JobHealth>> health() {
    return health.get();
  }
}
