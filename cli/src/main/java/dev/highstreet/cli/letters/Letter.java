package dev.highstreet.cli.letters;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * A record that was quarantined, as a whole or in some of its lines.
 *
 * @param place where it was read
 * @param recordTime its time in Kafka
 * @param eventId empty where it did not decode
 * @param key empty for a record without one
 * @param bytes as read; null for a record without a value
 * @param faults what is wrong with it, in the order of its lines; at least one
 * @param replays when it was sent back, the first first
 */
record Letter(
    Place place,
    Instant recordTime,
    Optional<UUID> eventId,
    Optional<byte[]> key,
    byte[] bytes,
    List<Fault> faults,
    List<Replay> replays) {
  /**
   * What is wrong with a line of it, or with all of it.
   *
   * @param line the faulty line; 0 for the whole record
   * @param stage where the job found it: DECODE, CLEAN or ENRICH
   * @param reason the contract's code
   * @param detail a sentence, which may quote the record: not to be printed as it is
   */
  record Fault(int line, String stage, String reason, String detail) {}

  /**
   * When it was sent back, and where to.
   *
   * @param at wall clock
   * @param partition of its topic
   * @param offset of what was sent
   * @param repaired false for its original bytes
   */
  record Replay(Instant at, int partition, long offset, boolean repaired) {}

  Letter {
    requireNonNull(place, "place is null");
    requireNonNull(recordTime, "recordTime is null");
    requireNonNull(eventId, "eventId is null");
    requireNonNull(key, "key is null");
    faults = List.copyOf(faults);
    replays = List.copyOf(replays);
  }

  /** The fault of the whole record; empty if all but its faulty lines was accepted. */
  Optional<Fault> whole() {
    return faults.stream().filter(fault -> fault.line() == 0).findFirst();
  }

  /** The codes of its faults, each once. */
  String reasons() {
    return faults.stream().map(Fault::reason).distinct().collect(Collectors.joining(", "));
  }
}
