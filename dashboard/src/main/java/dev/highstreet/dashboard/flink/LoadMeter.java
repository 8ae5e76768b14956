package dev.highstreet.dashboard.flink;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Turns the times that a job's tasks have accumulated, as {@code GET /jobs/ID} has them, into
 * shares of the time since it was asked last: one request a job, and none a task.
 */
final class LoadMeter {
  /** What a task has spent so far, in milliseconds over all its subtasks. */
  private record Spent(double busy, double backPressured, double idle) {
    static Spent of(JsonNode metrics) {
      return new Spent(
          millis(metrics, "accumulated-busy-time"),
          millis(metrics, "accumulated-backpressured-time"),
          millis(metrics, "accumulated-idle-time"));
    }

    /** A source of the old kind says NaN. */
    private static double millis(JsonNode metrics, String name) {
      double value = metrics.path(name).asDouble(0);
      return Double.isFinite(value) ? value : 0;
    }

    Spent since(Spent before) {
      return new Spent(
          busy - before.busy, backPressured - before.backPressured, idle - before.idle);
    }

    /** Whether time has passed, and forward: a restart counts from zero. */
    boolean isSpan() {
      return busy >= 0 && backPressured >= 0 && idle >= 0 && busy + backPressured + idle > 0;
    }

    int percent(double part) {
      return (int) Math.round(100 * part / (busy + backPressured + idle));
    }
  }

  private Map<String, Spent> before = Map.of();

  /** The load since the last time; empty the first time, and after a restart. */
  Optional<Load> next(JsonNode job) {
    Map<String, Spent> now = new HashMap<>();
    String busiest = null;
    int busy = -1;
    int backPressured = 0;
    for (JsonNode vertex : job.path("vertices")) {
      String id = vertex.path("id").asText();
      Spent spent = Spent.of(vertex.path("metrics"));
      now.put(id, spent);
      Spent earlier = before.get(id);
      Spent span = earlier == null ? null : spent.since(earlier);
      if (span != null && span.isSpan()) {
        backPressured = Math.max(backPressured, span.percent(span.backPressured));
        if (span.percent(span.busy) > busy) {
          busy = span.percent(span.busy);
          busiest = vertex.path("name").asText();
        }
      }
    }
    before = now;
    return busiest == null ? Optional.empty() : Optional.of(new Load(busy, busiest, backPressured));
  }
}
