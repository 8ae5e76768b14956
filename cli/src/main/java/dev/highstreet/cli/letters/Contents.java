package dev.highstreet.cli.letters;

import dev.highstreet.schemas.WireReader;
import dev.highstreet.schemas.WireReading;
import java.util.Map;
import java.util.Optional;

/**
 * What a letter's bytes hold.
 *
 * @param read as far as they can be read with the schema they name
 * @param guess read as the topic's event, where the schema is not known and that fits
 * @param known fingerprints of the schemas that this build knows, by name
 */
record Contents(WireReading read, Optional<WireReading> guess, Map<String, Long> known) {
  static Contents of(Letter letter) {
    WireReader reader = new WireReader();
    WireReading read = reader.read(letter.bytes());
    Optional<WireReading> guess =
        read.schema().isEmpty()
            ? reader.guess(letter.bytes(), letter.place().topic())
            : Optional.empty();
    return new Contents(read, guess, reader.knownFingerprints());
  }

  /** The fields that could be read, or guessed. */
  Map<String, Object> fields() {
    return guess.orElse(read).fields();
  }

  /** The schema by which they were. */
  Optional<String> schema() {
    return guess.or(() -> Optional.of(read)).flatMap(WireReading::schema);
  }
}
