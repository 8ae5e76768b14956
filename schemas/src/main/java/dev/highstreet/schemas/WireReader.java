package dev.highstreet.schemas;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;

/**
 * Reads a record's bytes for people, field by field with the schema that wrote them, and keeps what
 * was read when it has to stop. Slow; the jobs read with {@link EventDecoder}. An instance belongs
 * to one thread.
 */
public final class WireReader {
  private final Map<String, Schema> known = KnownSchemas.byName();
  private final BoundedDecoder decoder = new BoundedDecoder();

  /** Why reading stopped; it has no stack trace, since damaged bytes are expected. */
  private static final class Stopped extends Exception {
    private static final long serialVersionUID = 1L;

    private final int start;

    Stopped(int start, String message) {
      super(message, null, false, false);
      this.start = start;
    }
  }

  /** The fingerprints of all schemas that this build knows, by the event's name and version. */
  public Map<String, Long> knownFingerprints() {
    Map<String, Long> fingerprints = new LinkedHashMap<>();
    known.forEach((name, schema) -> fingerprints.put(name, KnownSchemas.fingerprint(schema)));
    return fingerprints;
  }

  /** Reads as far as the bytes go; null is a record without a value. */
  public WireReading read(byte[] bytes) {
    if (bytes == null || bytes.length == 0) {
      return nothing(0, "the record has no value");
    }
    if (bytes.length < WireFormat.HEADER_LENGTH) {
      return nothing(
          bytes.length, "%d bytes are too few for marker and fingerprint".formatted(bytes.length));
    }
    if (bytes[0] != WireFormat.MARKER_0 || bytes[1] != WireFormat.MARKER_1) {
      return nothing(
          2,
          "it starts with %s instead of the marker c301"
              .formatted(HexFormat.of().formatHex(bytes, 0, 2)));
    }
    long fingerprint = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getLong(2);
    for (Map.Entry<String, Schema> schema : known.entrySet()) {
      if (KnownSchemas.fingerprint(schema.getValue()) == fingerprint) {
        return body(bytes, fingerprint, schema.getKey(), schema.getValue());
      }
    }
    return new WireReading(
        Optional.of(fingerprint),
        Optional.empty(),
        Map.of(),
        WireFormat.HEADER_LENGTH,
        span(2, WireFormat.HEADER_LENGTH),
        Optional.of("schema fingerprint %016x is not known".formatted(fingerprint)));
  }

  /**
   * Reads what follows marker and fingerprint as if it had been written with a known schema of this
   * topic's event: a guess, for bytes whose schema is not known. Empty if none fits to the last
   * byte.
   */
  public Optional<WireReading> guess(byte[] bytes, Topic topic) {
    String event = requireNonNull(topic, "topic is null").event().orElseThrow().getSimpleName();
    Optional<Long> fingerprint = read(bytes).fingerprint();
    return fingerprint.stream()
        .flatMap(
            found ->
                known.entrySet().stream()
                    .filter(schema -> schema.getValue().getName().equals(event))
                    .map(schema -> body(bytes, found, schema.getKey(), schema.getValue())))
        .filter(WireReading::isWhole)
        .findFirst();
  }

  private static WireReading nothing(int faulty, String problem) {
    return new WireReading(
        Optional.empty(), Optional.empty(), Map.of(), 0, span(0, faulty), Optional.of(problem));
  }

  private static Optional<WireReading.Span> span(int from, int to) {
    return to > from ? Optional.of(new WireReading.Span(from, to)) : Optional.empty();
  }

  private WireReading body(byte[] bytes, long fingerprint, String name, Schema schema) {
    decoder.reset(bytes, WireFormat.HEADER_LENGTH);
    Map<String, Object> fields = new LinkedHashMap<>();
    Optional<String> problem = Optional.empty();
    Optional<WireReading.Span> faulty = Optional.empty();
    try {
      record(schema, "", fields);
      if (decoder.remaining() > 0) {
        faulty = span(decoder.position(), bytes.length);
        problem =
            Optional.of(
                "the event ends at offset %d, and %d bytes are left over"
                    .formatted(decoder.position(), decoder.remaining()));
      }
    } catch (Stopped e) {
      // at least one byte, where there is one: a text of a length that cannot be is its length
      faulty = span(e.start, Math.min(bytes.length, Math.max(decoder.position(), e.start + 1)));
      problem = Optional.of(e.getMessage());
    }
    return new WireReading(
        Optional.of(fingerprint), Optional.of(name), fields, decoder.position(), faulty, problem);
  }

  private void record(Schema schema, String path, Map<String, Object> into) throws Stopped {
    for (Schema.Field field : schema.getFields()) {
      String name = path.isEmpty() ? field.name() : path + "." + field.name();
      value(field.schema(), name, value -> into.put(field.name(), value));
    }
  }

  /** Hands over a record or an array before it is filled, so that a part of it is kept. */
  private void value(Schema schema, String path, Consumer<Object> found) throws Stopped {
    int start = decoder.position();
    switch (schema.getType()) {
      case RECORD -> {
        Map<String, Object> fields = new LinkedHashMap<>();
        found.accept(fields);
        record(schema, path, fields);
      }
      case ARRAY -> {
        List<Object> items = new ArrayList<>();
        found.accept(items);
        long block = at(path, start, decoder::readArrayStart);
        while (block > 0) {
          for (long item = 0; item < block; item++) {
            value(schema.getElementType(), "%s[%d]".formatted(path, items.size()), items::add);
          }
          block = at(path, decoder.position(), decoder::arrayNext);
        }
      }
      case UNION -> {
        int branch = at(path, start, decoder::readIndex);
        if (branch >= schema.getTypes().size()) {
          throw stopped(
              path,
              start,
              "branch %d of a union that has %d".formatted(branch, schema.getTypes().size()));
        }
        value(schema.getTypes().get(branch), path, found);
      }
      default -> found.accept(at(path, start, () -> simple(schema)));
    }
  }

  private Object simple(Schema schema) throws IOException {
    return switch (schema.getType()) {
      case NULL -> null;
      case BOOLEAN -> decoder.readBoolean();
      case INT -> decoder.readInt();
      case LONG ->
          LogicalTypes.timestampMillis().equals(schema.getLogicalType())
              ? Instant.ofEpochMilli(decoder.readLong())
              : (Object) decoder.readLong();
      case DOUBLE -> decoder.readDouble();
      case STRING -> decoder.readString();
      case ENUM -> symbol(schema, decoder.readEnum());
      case FIXED -> {
        byte[] fixed = new byte[schema.getFixedSize()];
        decoder.readFixed(fixed, 0, fixed.length);
        yield fixed;
      }
      default -> throw new IOException("no rule for " + schema.getType());
    };
  }

  private static String symbol(Schema schema, int ordinal) throws IOException {
    List<String> symbols = schema.getEnumSymbols();
    if (ordinal < 0 || ordinal >= symbols.size()) {
      throw new IOException(
          "%s has %d symbols, and this is number %d"
              .formatted(schema.getName(), symbols.size(), ordinal));
    }
    return symbols.get(ordinal);
  }

  @FunctionalInterface
  private interface Read<V> {
    V read() throws IOException;
  }

  private static <V> V at(String path, int start, Read<V> read) throws Stopped {
    try {
      return read.read();
    } catch (IOException | AvroRuntimeException | IndexOutOfBoundsException e) {
      throw stopped(path, start, e.getMessage());
    }
  }

  private static Stopped stopped(String path, int start, String why) {
    return new Stopped(
        start, "it stops making sense at offset %d, in %s: %s".formatted(start, path, why));
  }
}
