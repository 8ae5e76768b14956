package dev.highstreet.schemas;

import dev.highstreet.schemas.WireException.Fault;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HexFormat;
import java.util.Map;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificRecord;

/**
 * Reads events in Avro's single-object encoding, written with today's schemas or with any frozen
 * earlier one. A damaged record leaves no trace in the decoder: the next one decodes as if it had
 * not been. Keeps buffers, so an instance belongs to one thread.
 */
public final class EventDecoder {
  private final BoundedDecoder body = new BoundedDecoder();
  private final Map<Long, SpecificDatumReader<SpecificRecord>> readers = KnownSchemas.readers();

  /**
   * The event that the bytes hold, as today's type.
   *
   * @param bytes a whole record value; null (a tombstone) is undecodable
   * @throws WireException if they hold none; its message names the offset and what was found there
   */
  public SpecificRecord decode(byte[] bytes) throws WireException {
    SpecificDatumReader<SpecificRecord> reader = reader(bytes);
    body.reset(bytes, WireFormat.HEADER_LENGTH);
    SpecificRecord event;
    try {
      event = reader.read(null, body);
    } catch (IOException | AvroRuntimeException e) {
      throw undecodable(reader, e.getMessage());
    } catch (IndexOutOfBoundsException | ClassCastException e) {
      // in words of ours: once it is thrown often, the JVM throws it without a message
      throw undecodable(
          reader,
          "what stands before offset %d is no branch of its union, or no symbol of its enum"
              .formatted(body.position()));
    }
    if (body.remaining() > 0) {
      throw new WireException(
          Fault.UNDECODABLE,
          "%d bytes left over after %s, which ends at offset %d"
              .formatted(body.remaining(), reader.getSchema().getName(), body.position()));
    }
    return event;
  }

  private static WireException undecodable(SpecificDatumReader<?> reader, String detail) {
    return new WireException(
        Fault.UNDECODABLE,
        "%s does not decode: %s".formatted(reader.getSchema().getName(), detail));
  }

  private SpecificDatumReader<SpecificRecord> reader(byte[] bytes) throws WireException {
    if (bytes == null || bytes.length == 0) {
      throw new WireException(Fault.UNDECODABLE, "the record has no value");
    }
    if (bytes.length < WireFormat.HEADER_LENGTH) {
      throw new WireException(
          Fault.UNDECODABLE,
          "%d bytes, but marker and fingerprint alone take %d"
              .formatted(bytes.length, WireFormat.HEADER_LENGTH));
    }
    if (bytes[0] != WireFormat.MARKER_0 || bytes[1] != WireFormat.MARKER_1) {
      throw new WireException(
          Fault.UNDECODABLE,
          "starts with %s instead of the marker c301"
              .formatted(HexFormat.of().formatHex(bytes, 0, 2)));
    }
    long fingerprint = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getLong(2);
    SpecificDatumReader<SpecificRecord> reader = readers.get(fingerprint);
    if (reader == null) {
      throw new WireException(
          Fault.UNKNOWN_SCHEMA,
          "schema fingerprint %016x is not one of the %d known"
              .formatted(fingerprint, readers.size()));
    }
    return reader;
  }
}
