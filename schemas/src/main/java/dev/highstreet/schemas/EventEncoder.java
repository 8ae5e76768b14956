package dev.highstreet.schemas;

import static java.util.Objects.requireNonNull;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.avro.Schema;
import org.apache.avro.SchemaNormalization;
import org.apache.avro.specific.SpecificRecord;

/**
 * Writes events in Avro's single-object encoding: the marker C3 01, the schema's 64-bit fingerprint
 * (CRC-64-AVRO, little-endian), the body. Keeps buffers, so an instance belongs to one thread.
 */
public final class EventEncoder {
  /** A frame, and who writes what is in it. */
  private record Writer(byte[] header, ValueWriter body) {}

  private static final Map<String, Schema> EARLIER = KnownSchemas.newestFrozen();

  private final Map<Class<?>, Writer> writers = new HashMap<>();
  private final Map<Class<?>, Optional<Writer>> earlierWriters = new HashMap<>();
  private final WireBuffer out = new WireBuffer();

  /**
   * The bytes of one event.
   *
   * @throws NullPointerException if a field that must not be null is
   */
  public byte[] encode(SpecificRecord event) {
    requireNonNull(event, "event is null");
    Schema today = event.getSchema();
    return encode(event, writers.computeIfAbsent(event.getClass(), type -> writer(today, today)));
  }

  /**
   * The bytes of one event as a build wrote it that knew only the schema before today's: what that
   * did not have is left out. Empty where the schema has no earlier version.
   *
   * @throws NullPointerException if a field that must not be null is
   */
  public Optional<byte[]> encodeAsBefore(SpecificRecord event) {
    requireNonNull(event, "event is null");
    return earlierWriters
        .computeIfAbsent(event.getClass(), type -> earlierWriter(event.getSchema()))
        .map(writer -> encode(event, writer));
  }

  private byte[] encode(SpecificRecord event, Writer writer) {
    out.reset();
    out.writeBytes(writer.header);
    writer.body.write(event, out);
    return out.toByteArray();
  }

  private static Optional<Writer> earlierWriter(Schema today) {
    return Optional.ofNullable(EARLIER.get(today.getFullName()))
        .map(earlier -> writer(earlier, today));
  }

  private static Writer writer(Schema schema, Schema today) {
    ByteBuffer header =
        ByteBuffer.allocate(WireFormat.HEADER_LENGTH).order(ByteOrder.LITTLE_ENDIAN);
    header.put(WireFormat.MARKER_0).put(WireFormat.MARKER_1);
    header.putLong(SchemaNormalization.parsingFingerprint64(schema));
    return new Writer(header.array(), ValueWriter.of(schema, today));
  }
}
