package dev.highstreet.schemas;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.time.Instant;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.generic.IndexedRecord;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;

/** One event of each schema with every field filled in, the nullable ones too. */
final class ExampleEvents {
  static final Instant DECEMBER_FIRST = Instant.parse("2010-12-01T08:26:00Z");

  private ExampleEvents() {}

  static List<SpecificRecord> ofEverySchema() {
    return KnownSchemas.CURRENT.stream().map(schema -> (SpecificRecord) filled(schema)).toList();
  }

  static OrderPlaced order() {
    return (OrderPlaced) filled(OrderPlaced.getClassSchema());
  }

  static SpecificRecord named(String fullName) {
    return ofEverySchema().stream()
        .filter(event -> event.getSchema().getFullName().equals(fullName))
        .findFirst()
        .orElseThrow();
  }

  private static IndexedRecord filled(Schema record) {
    var event = (IndexedRecord) SpecificData.get().newRecord(null, record);
    for (Schema.Field field : record.getFields()) {
      event.put(field.pos(), value(field.name(), field.schema()));
    }
    return event;
  }

  private static Object value(String name, Schema schema) {
    return switch (schema.getType()) {
      case STRING -> name;
      case INT -> 7;
      case LONG -> schema.getLogicalType() == null ? (Object) 2_550_000L : DECEMBER_FIRST;
      case BOOLEAN -> true;
      case DOUBLE -> 0.25;
      case FIXED -> new EventId("sixteen bytes...".getBytes(US_ASCII));
      case ENUM -> SpecificData.get().createEnum(schema.getEnumSymbols().get(1), schema);
      case UNION -> value(name, schema.getTypes().get(1));
      case ARRAY -> List.of(filled(schema.getElementType()), filled(schema.getElementType()));
      default -> throw new AssertionError("no rule yet for " + schema.getType());
    };
  }
}
