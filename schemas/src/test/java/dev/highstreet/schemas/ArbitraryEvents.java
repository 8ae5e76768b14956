package dev.highstreet.schemas;

import java.time.Instant;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;
import org.apache.avro.specific.SpecificRecordBase;

/**
 * Any event of a schema, found by walking it, so that a new field is covered without being told.
 */
final class ArbitraryEvents {
  private ArbitraryEvents() {}

  static Arbitrary<SpecificRecord> of(Schema record) {
    List<Arbitrary<Object>> values =
        record.getFields().stream().map(field -> value(field.schema())).toList();
    return Combinators.combine(values).as(fields -> build(record, fields));
  }

  private static SpecificRecord build(Schema record, List<Object> fields) {
    var event = (SpecificRecordBase) SpecificData.get().newRecord(null, record);
    for (int i = 0; i < fields.size(); i++) {
      event.put(i, fields.get(i));
    }
    return event;
  }

  private static Arbitrary<Object> value(Schema schema) {
    return switch (schema.getType()) {
      case STRING -> text().asGeneric();
      case INT -> Arbitraries.integers().asGeneric();
      case LONG ->
          schema.getLogicalType() == null
              ? Arbitraries.longs().asGeneric()
              : Arbitraries.longs().map(Instant::ofEpochMilli).asGeneric();
      case BOOLEAN -> Arbitraries.of(true, false).asGeneric();
      case DOUBLE -> Arbitraries.doubles().asGeneric();
      case FIXED ->
          Arbitraries.bytes().array(byte[].class).ofSize(16).map(EventId::new).asGeneric();
      case ENUM ->
          Arbitraries.of(schema.getEnumSymbols())
              .map(symbol -> SpecificData.get().createEnum(symbol, schema));
      case UNION -> value(schema.getTypes().get(1)).injectNull(0.3);
      case ARRAY -> of(schema.getElementType()).list().ofMaxSize(5).asGeneric();
      default -> throw new AssertionError("no rule yet for " + schema.getType());
    };
  }

  /** Any text that UTF-8 can say: lone surrogates are not text. */
  private static Arbitrary<String> text() {
    return Arbitraries.strings().ofMaxLength(20).filter(ArbitraryEvents::isText);
  }

  private static boolean isText(String value) {
    return value
        .codePoints()
        .noneMatch(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
  }
}
