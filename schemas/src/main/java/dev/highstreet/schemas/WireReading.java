package dev.highstreet.schemas;

import static java.util.Objects.requireNonNull;

import java.util.Map;
import java.util.Optional;

/**
 * What a record's bytes hold, as far as they can be read.
 *
 * @param fingerprint of the schema, as the frame has it; empty for bytes without a frame
 * @param schema the event's name, and its version if it is an earlier one; empty for a schema that
 *     is not known
 * @param fields what was read, by name and in order: texts, numbers, {@link java.time.Instant}, raw
 *     bytes, maps for records, lists for arrays, null
 * @param end the offset after the last byte that made sense
 * @param faulty the bytes at which reading stopped; empty for a whole event, and where none are
 *     there
 * @param problem where reading stopped and why; empty for a whole event
 */
public record WireReading(
    Optional<Long> fingerprint,
    Optional<String> schema,
    Map<String, Object> fields,
    int end,
    Optional<Span> faulty,
    Optional<String> problem) {
  /**
   * Some of the bytes.
   *
   * @param from offset of the first
   * @param to offset after the last; above from
   */
  public record Span(int from, int to) {
    public Span {
      if (from < 0 || to <= from) {
        throw new IllegalArgumentException("no span from %d to %d".formatted(from, to));
      }
    }
  }

  public WireReading {
    requireNonNull(fingerprint, "fingerprint is null");
    requireNonNull(schema, "schema is null");
    requireNonNull(fields, "fields is null");
    requireNonNull(faulty, "faulty is null");
    requireNonNull(problem, "problem is null");
  }

  /** Whether it is a whole event, with no bytes left over. */
  public boolean isWhole() {
    return problem.isEmpty();
  }
}
