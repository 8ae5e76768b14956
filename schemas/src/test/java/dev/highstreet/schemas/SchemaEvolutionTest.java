package dev.highstreet.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility;
import org.apache.avro.SchemaCompatibility.SchemaCompatibilityType;
import org.apache.avro.SchemaNormalization;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class SchemaEvolutionTest {
  static final List<String> FROZEN = KnownSchemas.FROZEN;
  static final List<Schema> NEWEST_FROZEN = List.copyOf(KnownSchemas.newestFrozen().values());

  @ParameterizedTest
  @FieldSource("FROZEN")
  void earlierBytesDecodeAsTodaysType(String file) throws Exception {
    Schema written = KnownSchemas.frozen(file);
    GenericRecord earlier = FrozenEvents.example(written);
    SpecificRecord today = new EventDecoder().decode(FrozenEvents.write(written, earlier));
    for (Schema.Field field : today.getSchema().getFields()) {
      Schema.Field then = written.getField(field.name());
      if (then == null) {
        assertThat(today.get(field.pos())).as(field.name()).isNull();
      } else {
        assertThat(plain(today.get(field.pos())))
            .as(field.name())
            .isEqualTo(plain(earlier.get(then.pos())));
      }
    }
  }

  @ParameterizedTest
  @FieldSource("NEWEST_FROZEN")
  void todaysEventIsWrittenAsTheVersionBeforeWroteIt(Schema before) {
    SpecificRecord today = ExampleEvents.named(before.getFullName());
    assertThat(new EventEncoder().encodeAsBefore(today))
        .hasValue(FrozenEvents.write(before, FrozenEvents.example(before)));
  }

  @Test
  void eventThatHasAlwaysBeenTheSameHasNoVersionBefore() {
    assertThat(new EventEncoder().encodeAsBefore(ExampleEvents.named(StockMoved.class.getName())))
        .isEmpty();
  }

  @ParameterizedTest
  @FieldSource("FROZEN")
  void todaysBytesDecodeWithAnEarlierReader(String file) throws Exception {
    Schema read = KnownSchemas.frozen(file);
    SpecificRecord today = ExampleEvents.named(read.getFullName());
    byte[] bytes = new EventEncoder().encode(today);
    BoundedDecoder body = new BoundedDecoder();
    body.reset(bytes, WireFormat.HEADER_LENGTH);
    GenericRecord earlier =
        new GenericDatumReader<GenericRecord>(today.getSchema(), read).read(null, body);
    assertThat(body.remaining()).as("bytes left over").isZero();
    for (Schema.Field field : read.getFields()) {
      Schema.Field now = today.getSchema().getField(field.name());
      assertThat(plain(earlier.get(field.pos())))
          .as(field.name())
          .isEqualTo(plain(today.get(now.pos())));
    }
  }

  @ParameterizedTest
  @FieldSource("FROZEN")
  void earlierAndPresentVersionsAreCompatibleBothWaysAndDiffer(String file) {
    Schema earlier = KnownSchemas.frozen(file);
    Schema today = ExampleEvents.named(earlier.getFullName()).getSchema();
    assertThat(compatibility(today, earlier)).isEqualTo(SchemaCompatibilityType.COMPATIBLE);
    assertThat(compatibility(earlier, today)).isEqualTo(SchemaCompatibilityType.COMPATIBLE);
    assertThat(SchemaNormalization.parsingFingerprint64(earlier))
        .isNotEqualTo(SchemaNormalization.parsingFingerprint64(today));
  }

  @Test
  void orderWrittenBeforeDevicesWereKnownHasNone() throws Exception {
    byte[] first = FrozenEvents.exampleBytes("OrderPlaced-v1.avsc");
    OrderPlaced order = (OrderPlaced) new EventDecoder().decode(first);
    assertThat(order.getDeviceId()).isNull();
    assertThat(order.getOrderId()).isEqualTo("orderId");
    assertThat(order.getLines()).hasSize(2);
  }

  private static SchemaCompatibilityType compatibility(Schema reader, Schema writer) {
    return SchemaCompatibility.checkReaderWriterCompatibility(reader, writer).getType();
  }

  /** A value's JSON: the same for generated and for generic types. */
  private static String plain(Object value) {
    Object comparable = value instanceof Instant time ? (Object) time.toEpochMilli() : value;
    return GenericData.get().toString(comparable);
  }
}
