package dev.highstreet.dashboard.ledger;

import static java.util.Objects.requireNonNull;

import dev.highstreet.dashboard.shell.Watermark;
import java.time.Instant;
import java.util.Map;

/**
 * One run of a job, as it registered itself.
 *
 * @param id ascending; a later run may overwrite an earlier one's rows
 * @param job its name
 * @param live whether it follows the topics, or reads up to frozen offsets
 * @param outcome RUNNING, FINISHED, STOPPED, CANCELLED or FAILED
 * @param startedAt wall clock
 * @param watermark up to when periods are final
 * @param startOffsets records per topic that were there before its first; none where it began at
 *     the beginning
 * @param endOffsets where a bounded run stops, as records per topic; none for a live one
 */
public record Run(
    long id,
    String job,
    boolean live,
    String outcome,
    Instant startedAt,
    Watermark watermark,
    Map<String, Long> startOffsets,
    Map<String, Long> endOffsets) {
  public Run {
    requireNonNull(job, "job is null");
    requireNonNull(outcome, "outcome is null");
    requireNonNull(startedAt, "startedAt is null");
    requireNonNull(watermark, "watermark is null");
    startOffsets = Map.copyOf(startOffsets);
    endOffsets = Map.copyOf(endOffsets);
  }

  /** Whether it is at work, as far as the database knows. */
  public boolean running() {
    return outcome.equals("RUNNING");
  }
}
