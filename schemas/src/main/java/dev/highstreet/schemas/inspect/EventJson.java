package dev.highstreet.schemas.inspect;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * An event's fields as JSON that people can edit: names as in the contract, times in ISO 8601
 * (UTC), an id of 16 bytes as the database shows it, money in micros.
 */
public final class EventJson {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final int ID_BYTES = 16;

  private EventJson() {}

  /** The fields in their order. */
  public static ObjectNode of(Map<String, Object> fields) {
    ObjectNode object = JSON.objectNode();
    fields.forEach((name, value) -> object.set(name, value(value)));
    return object;
  }

  private static JsonNode value(Object value) {
    if (value == null) {
      return JSON.nullNode();
    }
    if (value instanceof Map<?, ?> record) {
      ObjectNode object = JSON.objectNode();
      record.forEach((name, field) -> object.set((String) name, value(field)));
      return object;
    }
    if (value instanceof List<?> items) {
      ArrayNode array = JSON.arrayNode();
      items.forEach(item -> array.add(value(item)));
      return array;
    }
    if (value instanceof Instant time) {
      return JSON.textNode(time.toString());
    }
    if (value instanceof byte[] bytes) {
      return JSON.textNode(
          bytes.length == ID_BYTES ? id(bytes).toString() : HexFormat.of().formatHex(bytes));
    }
    if (value instanceof Boolean truth) {
      return JSON.booleanNode(truth);
    }
    if (value instanceof Integer number) {
      return JSON.numberNode(number);
    }
    if (value instanceof Long number) {
      return JSON.numberNode(number);
    }
    if (value instanceof Double number) {
      return JSON.numberNode(number);
    }
    return JSON.textNode((String) value);
  }

  /** An event's id as the database shows it. */
  public static UUID id(byte[] bytes) {
    ByteBuffer halves = ByteBuffer.wrap(bytes);
    return new UUID(halves.getLong(), halves.getLong());
  }

  /** The 16 bytes of an id. */
  public static byte[] bytes(UUID id) {
    return ByteBuffer.allocate(ID_BYTES)
        .putLong(id.getMostSignificantBits())
        .putLong(id.getLeastSignificantBits())
        .array();
  }
}
