package dev.highstreet.dashboard.flink;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import dev.highstreet.dashboard.shell.Unavailable;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** Asks how each job of a cluster is: four requests or so a job that has not ended. */
final class JobHealthReader {
  private final FlinkRest rest;
  private final Clock clock;

  /** What is remembered of a job from one reading to the next. */
  private record Meters(LoadMeter load, LateDrops lateDrops) {}

  private final Map<String, Meters> meters = new HashMap<>();

  JobHealthReader(FlinkRest rest, Clock clock) {
    this.rest = requireNonNull(rest, "rest is null");
    this.clock = requireNonNull(clock, "clock is null");
  }

  /**
   * The health of each, in the same order.
   *
   * @throws Unavailable if Flink does not answer
   */
  List<JobHealth> read(List<FlinkJob> jobs) {
    meters.keySet().retainAll(jobs.stream().map(FlinkJob::id).toList());
    return jobs.stream().map(job -> job.ended() ? JobHealth.ended(job) : read(job)).toList();
  }

  private JobHealth read(FlinkJob job) {
    Optional<JsonNode> details = rest.find("jobs/" + job.id());
    if (details.isEmpty()) {
      return JobHealth.ended(job);
    }
    Map<String, Long> metrics = metrics(job.id());
    Meters of =
        meters.computeIfAbsent(
            job.id(), id -> new Meters(new LoadMeter(), new LateDrops(rest, clock)));
    return new JobHealth(
        job,
        metrics.containsKey("numRestarts")
            ? OptionalLong.of(metrics.get("numRestarts"))
            : OptionalLong.empty(),
        job.running()
            ? Optional.of(uptime(job, metrics.getOrDefault("uptime", -1L)))
            : Optional.empty(),
        rest.find("jobs/" + job.id() + "/checkpoints").map(Checkpoints::of),
        of.load().next(details.get()),
        of.lateDrops().read(job.id(), details.get()));
  }

  private Map<String, Long> metrics(String jobId) {
    Map<String, Long> values = new HashMap<>();
    rest.find("jobs/" + jobId + "/metrics?get=numRestarts,uptime")
        .ifPresent(
            metrics ->
                metrics.forEach(
                    metric ->
                        values.put(metric.path("id").asText(), metric.path("value").asLong(-1))));
    values.values().removeIf(value -> value < 0);
    return values;
  }

  private Duration uptime(FlinkJob job, long millis) {
    return millis >= 0 ? Duration.ofMillis(millis) : Duration.between(job.since(), clock.instant());
  }
}
