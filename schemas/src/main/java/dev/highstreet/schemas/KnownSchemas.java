package dev.highstreet.schemas;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.SchemaNormalization;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificRecord;

/**
 * Every schema that may be on the wire: today's, and the frozen earlier versions. Before a schema
 * changes, its present text is saved under {@code frozen/} and named here.
 */
final class KnownSchemas {
  /** Today's events. */
  static final List<Schema> CURRENT =
      List.of(
          ClockTick.getClassSchema(),
          ProductRevised.getClassSchema(),
          StoreRevised.getClassSchema(),
          CustomerRevised.getClassSchema(),
          OrderPlaced.getClassSchema(),
          OrderReturned.getClassSchema(),
          PaymentAttempted.getClassSchema(),
          OrderProgressed.getClassSchema(),
          ShopperActivity.getClassSchema(),
          StockMoved.getClassSchema(),
          FraudLabelled.getClassSchema());

  /** Files of earlier versions, in {@code frozen/}; those of one event from the oldest on. */
  static final List<String> FROZEN = List.of("OrderPlaced-v1.avsc");

  private KnownSchemas() {}

  /** A frozen schema, as it was written. */
  static Schema frozen(String file) {
    try (InputStream text = KnownSchemas.class.getResourceAsStream("frozen/" + file)) {
      return new Schema.Parser().parse(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Of each event that has frozen versions the newest one, by full name. */
  static Map<String, Schema> newestFrozen() {
    Map<String, Schema> newest = new HashMap<>();
    for (String file : FROZEN) {
      Schema schema = frozen(file);
      newest.put(schema.getFullName(), schema);
    }
    return newest;
  }

  /** New readers by fingerprint, each resolving what was written into today's type. */
  static Map<Long, SpecificDatumReader<SpecificRecord>> readers() {
    Map<String, Schema> today = new HashMap<>();
    Map<Long, SpecificDatumReader<SpecificRecord>> readers = new HashMap<>();
    for (Schema schema : CURRENT) {
      today.put(schema.getFullName(), schema);
      readers.put(fingerprint(schema), new SpecificDatumReader<>(schema, schema));
    }
    for (String file : FROZEN) {
      Schema written = frozen(file);
      Schema read = today.get(written.getFullName());
      readers.put(fingerprint(written), new SpecificDatumReader<>(written, read));
    }
    return readers;
  }

  /** Every schema by a name that tells versions apart, in the order of {@link #CURRENT}. */
  static Map<String, Schema> byName() {
    Map<String, Schema> named = new LinkedHashMap<>();
    CURRENT.forEach(schema -> named.put(schema.getName(), schema));
    FROZEN.forEach(file -> named.put(file.replaceFirst("\\.avsc$", ""), frozen(file)));
    return named;
  }

  static long fingerprint(Schema schema) {
    return SchemaNormalization.parsingFingerprint64(schema);
  }
}
