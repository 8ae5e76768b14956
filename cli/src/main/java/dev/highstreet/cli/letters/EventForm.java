package dev.highstreet.cli.letters;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import dev.highstreet.cli.console.CommandException;
import dev.highstreet.schemas.EventId;
import dev.highstreet.schemas.Topic;
import dev.highstreet.schemas.inspect.EventJson;
import dev.highstreet.schemas.inspect.Printable;
import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.UUID;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;
import org.apache.avro.generic.IndexedRecord;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;

/**
 * Reads an event from JSON as {@link EventJson} writes it, by the schema of its topic. A field that
 * is left out takes its default, if it has one; whatever else is wrong is said with the field's
 * path, what stands there, and what should.
 */
final class EventForm {
  private final Schema schema;

  /** The form of the event that a topic carries. */
  EventForm(Topic topic) {
    requireNonNull(topic, "topic is null");
    this.schema = SpecificData.get().getSchema(topic.event().orElseThrow());
  }

  /**
   * The event that the JSON describes.
   *
   * @throws CommandException if it describes none; the message names the field
   */
  SpecificRecord read(JsonNode json) {
    return (SpecificRecord) record(schema, schema.getName(), json);
  }

  private static IndexedRecord record(Schema schema, String path, JsonNode json) {
    if (!json.isObject()) {
      throw wrong(path, json, "an object with the fields " + names(schema));
    }
    for (Iterator<String> names = json.fieldNames(); names.hasNext(); ) {
      String name = names.next();
      if (schema.getField(name) == null) {
        throw CommandException.usedWrongly(
            "%s has no field '%s'; its fields are %s"
                .formatted(path, Printable.text(name), names(schema)));
      }
    }
    IndexedRecord record = (IndexedRecord) SpecificData.get().newRecord(null, schema);
    for (Schema.Field field : schema.getFields()) {
      record.put(field.pos(), field(field, path + "." + field.name(), json.get(field.name())));
    }
    return record;
  }

  private static List<String> names(Schema schema) {
    return schema.getFields().stream().map(Schema.Field::name).toList();
  }

  private static Object field(Schema.Field field, String path, JsonNode json) {
    if (json != null) {
      return value(field.schema(), path, json);
    }
    if (!field.hasDefaultValue()) {
      throw CommandException.usedWrongly(
          "%s is missing; it must be %s".formatted(path, expected(field.schema())));
    }
    Object usual = SpecificData.get().getDefaultValue(field);
    return usual instanceof CharSequence text ? text.toString() : usual;
  }

  private static Object value(Schema schema, String path, JsonNode json) {
    if (schema.getType() == Schema.Type.UNION) { // of null and one other: a rule of the contract
      return json.isNull() ? null : value(schema.getTypes().get(1), path, json);
    }
    Object value =
        switch (schema.getType()) {
          case RECORD -> record(schema, path, json);
          case ARRAY -> array(schema, path, json);
          case STRING -> json.isTextual() ? json.textValue() : null;
          case BOOLEAN -> json.isBoolean() ? (Object) json.booleanValue() : null;
          case INT -> json.isIntegralNumber() && json.canConvertToInt() ? json.intValue() : null;
          case LONG -> number(schema, json);
          case DOUBLE -> json.isNumber() ? (Object) json.doubleValue() : null;
          case ENUM -> symbol(schema, json);
          case FIXED -> id(json);
          default -> null;
        };
    if (value == null) {
      throw wrong(path, json, expected(schema));
    }
    return value;
  }

  private static List<Object> array(Schema schema, String path, JsonNode json) {
    if (!json.isArray()) {
      return null;
    }
    List<Object> items = new ArrayList<>(json.size());
    for (JsonNode item : json) {
      items.add(value(schema.getElementType(), "%s[%d]".formatted(path, items.size()), item));
    }
    return items;
  }

  private static Object number(Schema schema, JsonNode json) {
    if (schema.getLogicalType() == null) {
      return json.isIntegralNumber() && json.canConvertToLong() ? (Object) json.longValue() : null;
    }
    try {
      Instant time = json.isTextual() ? Instant.parse(json.textValue()) : null;
      // what is finer than a millisecond would be lost, and what is too far away does not fit
      return time != null && time.equals(Instant.ofEpochMilli(time.toEpochMilli())) ? time : null;
    } catch (DateTimeException | ArithmeticException e) {
      return null;
    }
  }

  private static Object symbol(Schema schema, JsonNode json) {
    return json.isTextual() && schema.hasEnumSymbol(json.textValue())
        ? SpecificData.get().createEnum(json.textValue(), schema)
        : null;
  }

  private static EventId id(JsonNode json) {
    String digits = json.isTextual() ? json.textValue().replace("-", "") : "";
    if (!digits.matches("[0-9a-fA-F]{32}")) {
      return null;
    }
    BigInteger both = new BigInteger(digits, 16);
    return new EventId(
        EventJson.bytes(new UUID(both.shiftRight(Long.SIZE).longValue(), both.longValue())));
  }

  private static String expected(Schema schema) {
    return switch (schema.getType()) {
      case UNION -> expected(schema.getTypes().get(1)) + ", or null";
      case RECORD -> "an object with the fields " + names(schema);
      case ARRAY -> "an array, each item " + expected(schema.getElementType());
      case STRING -> "a text";
      case BOOLEAN -> "true or false";
      case INT -> "a whole number from %d to %d".formatted(Integer.MIN_VALUE, Integer.MAX_VALUE);
      case LONG ->
          LogicalTypes.timestampMillis().equals(schema.getLogicalType())
              ? "a time to the millisecond, such as 2011-12-01T08:26:00.000Z"
              : "a whole number";
      case DOUBLE -> "a number";
      case ENUM -> "one of " + schema.getEnumSymbols();
      case FIXED -> "an id such as 0f8fad5b-d9cb-469f-a165-70867728950e";
      default -> throw new IllegalArgumentException("no rule for " + schema);
    };
  }

  private static CommandException wrong(String path, JsonNode json, String expected) {
    String found = json.toString();
    return CommandException.usedWrongly(
        "%s is %s; it must be %s"
            .formatted(
                path,
                Printable.text(found.length() > 60 ? found.substring(0, 60) + "…" : found),
                expected));
  }
}
