package dev.highstreet.dashboard.flink;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import dev.highstreet.dashboard.shell.Unavailable;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/**
 * How many records the operators of a job have dropped as late by themselves. Ours drop none; a
 * window of Flink's own would, and must not be added by accident. Which operators have such a
 * counter is asked once a minute, the counters each time.
 */
final class LateDrops {
  private static final String COUNTER = "numLateRecordsDropped";
  private static final Duration KEEP = Duration.ofMinutes(1);

  private final FlinkRest rest;
  private final Clock clock;

  /** Names of such counters, by the path of their task's metrics. */
  private Map<String, List<String>> counters = Map.of();

  private Instant until = Instant.MIN;

  LateDrops(FlinkRest rest, Clock clock) {
    this.rest = requireNonNull(rest, "rest is null");
    this.clock = requireNonNull(clock, "clock is null");
  }

  /**
   * Dropped so far; 0 where no operator could drop any; empty if the job is gone.
   *
   * @param job as {@code GET /jobs/ID} has it
   * @throws Unavailable if Flink does not answer
   */
  OptionalLong read(String jobId, JsonNode job) {
    if (!clock.instant().isBefore(until)) {
      counters = find(jobId, job);
      until = clock.instant().plus(KEEP);
    }
    long dropped = 0;
    for (Map.Entry<String, List<String>> task : counters.entrySet()) {
      String names = URLEncoder.encode(String.join(",", task.getValue()), StandardCharsets.UTF_8);
      var said = rest.find(task.getKey() + "?agg=sum&get=" + names);
      if (said.isEmpty()) {
        return OptionalLong.empty();
      }
      for (JsonNode counter : said.get()) {
        dropped += counter.path("sum").asLong();
      }
    }
    return OptionalLong.of(dropped);
  }

  private Map<String, List<String>> find(String jobId, JsonNode job) {
    Map<String, List<String>> found = new HashMap<>();
    for (JsonNode vertex : job.path("vertices")) {
      String path =
          "jobs/%s/vertices/%s/subtasks/metrics".formatted(jobId, vertex.path("id").asText());
      List<String> names = new ArrayList<>();
      rest.find(path)
          .ifPresent(
              metrics ->
                  metrics.forEach(
                      metric -> {
                        if (metric.path("id").asText().endsWith(COUNTER)) {
                          names.add(metric.path("id").asText());
                        }
                      }));
      if (!names.isEmpty()) {
        found.put(path, names);
      }
    }
    return found;
  }
}
