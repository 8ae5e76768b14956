package dev.highstreet.schemas;

import static java.util.Objects.requireNonNull;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HashMap;
import java.util.Map;
import org.apache.avro.SchemaNormalization;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.avro.specific.SpecificRecord;

/**
 * Writes events in Avro's single-object encoding: the marker C3 01, the schema's 64-bit fingerprint
 * (CRC-64-AVRO, little-endian), the body. Keeps buffers, so an instance belongs to one thread.
 */
public final class EventEncoder {
  private record Writer(byte[] header, SpecificDatumWriter<SpecificRecord> body) {}

  private final Map<Class<?>, Writer> writers = new HashMap<>();
  private final ByteArrayOutputStream out = new ByteArrayOutputStream(512);
  private BinaryEncoder encoder;

  /**
   * The bytes of one event.
   *
   * @throws RuntimeException if a field that must not be null is
   */
  public byte[] encode(SpecificRecord event) {
    requireNonNull(event, "event is null");
    Writer writer = writers.computeIfAbsent(event.getClass(), type -> writer(event));
    out.reset();
    out.writeBytes(writer.header);
    try {
      encoder = EncoderFactory.get().directBinaryEncoder(out, encoder);
      writer.body.write(event, encoder);
      encoder.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e); // a byte array does not fail
    }
    return out.toByteArray();
  }

  private static Writer writer(SpecificRecord event) {
    ByteBuffer header =
        ByteBuffer.allocate(WireFormat.HEADER_LENGTH).order(ByteOrder.LITTLE_ENDIAN);
    header.put(WireFormat.MARKER_0).put(WireFormat.MARKER_1);
    header.putLong(SchemaNormalization.parsingFingerprint64(event.getSchema()));
    return new Writer(header.array(), new SpecificDatumWriter<>(event.getSchema()));
  }
}
