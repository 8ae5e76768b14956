package dev.highstreet.schemas;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.apache.avro.Schema;
import org.apache.avro.SchemaNormalization;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificRecord;

/**
 * The example events as earlier versions held them, and their bytes as the frozen schemas write
 * them today: no record of an earlier build is kept.
 */
final class FrozenEvents {
  private FrozenEvents() {}

  static byte[] exampleBytes(String file) {
    Schema written = KnownSchemas.frozen(file);
    return write(written, example(written));
  }

  static GenericRecord example(Schema frozen) {
    SpecificRecord today = ExampleEvents.named(frozen.getFullName());
    BoundedDecoder body = new BoundedDecoder();
    body.reset(new EventEncoder().encode(today), WireFormat.HEADER_LENGTH);
    try {
      return new GenericDatumReader<GenericRecord>(today.getSchema(), frozen).read(null, body);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static byte[] write(Schema schema, GenericRecord event) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteBuffer header =
        ByteBuffer.allocate(WireFormat.HEADER_LENGTH).order(ByteOrder.LITTLE_ENDIAN);
    header.put(WireFormat.MARKER_0).put(WireFormat.MARKER_1);
    out.writeBytes(header.putLong(SchemaNormalization.parsingFingerprint64(schema)).array());
    BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(out, null);
    try {
      new GenericDatumWriter<GenericRecord>(schema).write(event, encoder);
      encoder.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }
}
