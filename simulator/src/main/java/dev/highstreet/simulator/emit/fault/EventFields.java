package dev.highstreet.simulator.emit.fault;

import dev.highstreet.schemas.EventId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;

/**
 * Reads an event's fields, and makes copies in which one is another: the event itself is shared.
 */
final class EventFields {
  private EventFields() {}

  // where every event has them: a rule of the contract

  static EventId eventId(SpecificRecord event) {
    return (EventId) event.get(0);
  }

  static long occurredAt(SpecificRecord event) {
    return ((Instant) event.get(1)).toEpochMilli();
  }

  static long receivedAt(SpecificRecord event) {
    return ((Instant) event.get(2)).toEpochMilli();
  }

  static SpecificRecord occurredAt(SpecificRecord event, long millis) {
    return copy(event, 1, Instant.ofEpochMilli(millis));
  }

  static SpecificRecord receivedAt(SpecificRecord event, long millis) {
    return copy(event, 2, Instant.ofEpochMilli(millis));
  }

  static Object get(SpecificRecord record, String field) {
    return record.get(record.getSchema().getField(field).pos());
  }

  static SpecificRecord with(SpecificRecord record, String field, Object value) {
    return copy(record, record.getSchema().getField(field).pos(), value);
  }

  /** The lines of an order or a return; none of any other event. */
  static List<SpecificRecord> lines(SpecificRecord event) {
    Schema.Field field = event.getSchema().getField("lines");
    List<SpecificRecord> lines = new ArrayList<>();
    if (field != null) {
      for (Object line : (List<?>) event.get(field.pos())) {
        lines.add((SpecificRecord) line);
      }
    }
    return lines;
  }

  /** With a field of one line changed; lines count from 1. */
  static SpecificRecord withLine(SpecificRecord event, int line, String field, Object value) {
    List<SpecificRecord> lines = lines(event);
    lines.set(line - 1, with(lines.get(line - 1), field, value));
    return with(event, "lines", lines);
  }

  private static SpecificRecord copy(SpecificRecord record, int position, Object value) {
    Schema schema = record.getSchema();
    var copy = (SpecificRecord) SpecificData.newInstance(record.getClass(), schema);
    for (int i = 0; i < schema.getFields().size(); i++) {
      copy.put(i, i == position ? value : record.get(i));
    }
    return copy;
  }
}
