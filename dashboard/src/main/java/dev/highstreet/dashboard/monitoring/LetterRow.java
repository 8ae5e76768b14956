package dev.highstreet.dashboard.monitoring;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/**
 * A dead letter, as it stands in the list.
 *
 * @param place where its record was read
 * @param line the faulty line; 0 for the whole record
 * @param reason the contract's code
 * @param recordTime its record's time in Kafka, which is the shop's
 * @param replayed whether its record was sent back
 */
public record LetterRow(
    LetterPlace place, int line, String reason, Instant recordTime, boolean replayed) {
  public LetterRow {
    requireNonNull(place, "place is null");
    requireNonNull(reason, "reason is null");
    requireNonNull(recordTime, "recordTime is null");
  }

  /** {@code partition 3, offset 418 220, line 3}, ungrouped: it is looked up as it is. */
  public String where() {
    return "partition %d, offset %d%s"
        .formatted(place.partition(), place.offset(), line == 0 ? "" : ", line " + line);
  }
}
