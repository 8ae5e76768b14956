package dev.highstreet.schemas.inspect;

import static java.util.Objects.requireNonNull;

import dev.highstreet.schemas.Topic;
import dev.highstreet.schemas.WireReader;
import dev.highstreet.schemas.WireReading;
import java.util.Map;
import java.util.Optional;

/**
 * What a record's bytes hold.
 *
 * @param read as far as they can be read with the schema they name
 * @param guess read as the topic's event, where the schema is not known and that fits
 * @param known fingerprints of the schemas that this build knows, by name
 */
public record RecordContents(
    WireReading read, Optional<WireReading> guess, Map<String, Long> known) {
  public RecordContents {
    requireNonNull(read, "read is null");
    requireNonNull(guess, "guess is null");
    requireNonNull(known, "known is null");
  }

  /**
   * Reads a record.
   *
   * @param bytes null for a record without a value
   * @param topic the one that it lay in, or whose events its own topic carries
   */
  public static RecordContents of(byte[] bytes, Topic topic) {
    WireReader reader = new WireReader();
    WireReading read = reader.read(bytes);
    Optional<WireReading> guess =
        read.schema().isEmpty() ? reader.guess(bytes, topic) : Optional.empty();
    return new RecordContents(read, guess, reader.knownFingerprints());
  }

  /** The fields that could be read, or guessed. */
  public Map<String, Object> fields() {
    return guess.orElse(read).fields();
  }

  /** The schema by which they were. */
  public Optional<String> schema() {
    return guess.or(() -> Optional.of(read)).flatMap(WireReading::schema);
  }
}
