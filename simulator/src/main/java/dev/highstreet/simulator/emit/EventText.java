package dev.highstreet.simulator.emit;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.Schema.Field;
import org.apache.avro.generic.IndexedRecord;

/**
 * What the events of one schema say, as {@code name=value} for people to read: money in units of
 * currency, the first few of many lines; without what is null or by default, and without the id.
 */
final class EventText {
  static final int OCCURRED_AT = 1; // where every event has them: a rule of the contract
  static final int RECEIVED_AT = 2;
  private static final int FIRST_OF_ITS_OWN = 3;
  private static final int LINES_SHOWN = 3;
  private static final int TEXT_SHOWN = 40;
  private static final String MICROS = "Micros";

  private final Schema schema;

  EventText(Schema schema) {
    this.schema = schema;
  }

  /** Appends what an event says beside its time and its key. */
  void describe(IndexedRecord event, String key, DateTimeFormatter localTime, StringBuilder text) {
    Object received = event.get(RECEIVED_AT);
    if (!received.equals(event.get(OCCURRED_AT))) {
      text.append(" received=").append(localTime.format((Instant) received));
    }
    for (Field field : schema.getFields().subList(FIRST_OF_ITS_OWN, schema.getFields().size())) {
      Object value = event.get(field.pos());
      if (!key.equals(value)) {
        describe(field, value, localTime, text);
      }
    }
  }

  private static void describe(
      Field field, Object value, DateTimeFormatter localTime, StringBuilder text) {
    if (value == null || isDefault(field, value)) {
      return;
    }
    String name = field.name();
    if (name.endsWith(MICROS)) {
      text.append(' ').append(name, 0, name.length() - MICROS.length()).append('=');
      text.append(MoneyText.of((Long) value));
    } else {
      text.append(' ').append(name).append('=');
      describe(value, localTime, text);
    }
  }

  private static void describe(Object value, DateTimeFormatter localTime, StringBuilder text) {
    if (value instanceof List<?> lines) {
      describe(lines, localTime, text);
    } else if (value instanceof Instant time) {
      text.append(localTime.format(time));
    } else {
      text.append(readable(value.toString()));
    }
  }

  private static void describe(List<?> lines, DateTimeFormatter localTime, StringBuilder text) {
    text.append('[');
    for (int i = 0; i < Math.min(lines.size(), LINES_SHOWN); i++) {
      IndexedRecord line = (IndexedRecord) lines.get(i);
      int from = text.length();
      line.getSchema().getFields().stream()
          .filter(field -> !field.name().equals("lineNumber")) // its position says it
          .forEach(field -> describe(field, line.get(field.pos()), localTime, text));
      text.replace(from, Math.min(from + 1, text.length()), i == 0 ? "{" : " {").append('}');
    }
    if (lines.size() > LINES_SHOWN) {
      text.append(" and ").append(lines.size() - LINES_SHOWN).append(" more");
    }
    text.append(']');
  }

  private static boolean isDefault(Field field, Object value) {
    return field.hasDefaultValue()
        && field.defaultVal() != null
        && field.defaultVal().toString().equals(value.toString());
  }

  /** No text of an event may steer the terminal, or fill it. */
  private static String readable(String text) {
    String shown =
        text.length() <= TEXT_SHOWN ? text : text.substring(0, TEXT_SHOWN).stripTrailing() + "…";
    return shown.codePoints().anyMatch(Character::isISOControl)
        ? shown.replaceAll("\\p{Cntrl}", "\uFFFD")
        : shown;
  }
}
