package dev.highstreet.dashboard.flink;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * The checkpoints of a job since it was submitted.
 *
 * @param completed how many were
 * @param failed how many were not
 * @param newest the newest that was; empty before the first
 * @param failure the newest that was not; empty if none failed
 */
public record Checkpoints(
    long completed, long failed, Optional<Completed> newest, Optional<Failure> failure) {
  public Checkpoints {
    requireNonNull(newest, "newest is null");
    requireNonNull(failure, "failure is null");
  }

  /**
   * A checkpoint that is complete.
   *
   * @param at when its last part had arrived, wall clock
   * @param took from its trigger to then
   * @param bytes the size of the state that it holds
   */
  public record Completed(Instant at, Duration took, long bytes) {}

  /**
   * A checkpoint that failed.
   *
   * @param at wall clock
   * @param message as Flink words it; empty where it does not
   */
  public record Failure(Instant at, String message) {}

  /** Whether the newest attempt failed: since then none was completed. */
  public boolean failing() {
    return failure.isPresent()
        && (newest.isEmpty() || failure.get().at().isAfter(newest.get().at()));
  }

  /** Reads {@code GET /jobs/ID/checkpoints}. */
  static Checkpoints of(JsonNode said) {
    JsonNode counts = said.path("counts");
    return new Checkpoints(
        counts.path("completed").asLong(),
        counts.path("failed").asLong(),
        Optional.of(said.path("latest").path("completed"))
            .filter(JsonNode::isObject)
            .map(Checkpoints::completed),
        Optional.of(said.path("latest").path("failed"))
            .filter(JsonNode::isObject)
            .map(Checkpoints::failure));
  }

  private static Completed completed(JsonNode said) {
    return new Completed(
        Instant.ofEpochMilli(said.path("latest_ack_timestamp").asLong()),
        Duration.ofMillis(said.path("end_to_end_duration").asLong()),
        said.path("state_size").asLong());
  }

  private static Failure failure(JsonNode said) {
    return new Failure(
        Instant.ofEpochMilli(said.path("failure_timestamp").asLong()),
        said.path("failure_message").asText(""));
  }
}
