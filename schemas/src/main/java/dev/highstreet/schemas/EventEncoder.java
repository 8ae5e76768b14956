package dev.highstreet.schemas;

import static java.util.Objects.requireNonNull;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HashMap;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.SchemaNormalization;
import org.apache.avro.specific.SpecificRecord;

/**
 * Writes events in Avro's single-object encoding: the marker C3 01, the schema's 64-bit fingerprint
 * (CRC-64-AVRO, little-endian), the body. Keeps buffers, so an instance belongs to one thread.
 */
public final class EventEncoder {
  private record Writer(byte[] header, ValueWriter body) {}

  private final Map<Class<?>, Writer> writers = new HashMap<>();
  private final WireBuffer out = new WireBuffer();

  /**
   * The bytes of one event.
   *
   * @throws NullPointerException if a field that must not be null is
   */
  public byte[] encode(SpecificRecord event) {
    requireNonNull(event, "event is null");
    Writer writer = writers.computeIfAbsent(event.getClass(), type -> writer(event.getSchema()));
    out.reset();
    out.writeBytes(writer.header);
    writer.body.write(event, out);
    return out.toByteArray();
  }

  private static Writer writer(Schema schema) {
    ByteBuffer header =
        ByteBuffer.allocate(WireFormat.HEADER_LENGTH).order(ByteOrder.LITTLE_ENDIAN);
    header.put(WireFormat.MARKER_0).put(WireFormat.MARKER_1);
    header.putLong(SchemaNormalization.parsingFingerprint64(schema));
    return new Writer(header.array(), ValueWriter.of(schema));
  }
}
