package dev.highstreet.dashboard.flink;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import dev.highstreet.dashboard.shell.Unavailable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Reads the jobs of a Flink cluster from its REST interface, {@code GET /jobs/overview}. */
final class FlinkJobs {
  private final FlinkRest rest;

  FlinkJobs(FlinkRest rest) {
    this.rest = requireNonNull(rest, "rest is null");
  }

  /**
   * The cluster's jobs, the newest first.
   *
   * @throws Unavailable if it does not answer within 1.5 s, or not in its way
   */
  List<FlinkJob> read() {
    List<FlinkJob> jobs = new ArrayList<>();
    rest.get("jobs/overview").path("jobs").forEach(job -> jobs.add(job(job)));
    jobs.sort(Comparator.comparing(FlinkJob::since).reversed());
    return List.copyOf(jobs);
  }

  private static FlinkJob job(JsonNode job) {
    JsonNode tasks = job.path("tasks");
    return new FlinkJob(
        job.path("jid").asText(),
        job.path("name").asText(),
        job.path("state").asText(),
        Instant.ofEpochMilli(job.path("start-time").asLong()),
        tasks.path("running").asInt(),
        tasks.path("total").asInt());
  }
}
