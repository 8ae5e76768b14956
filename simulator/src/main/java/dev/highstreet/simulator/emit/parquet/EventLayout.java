package dev.highstreet.simulator.emit.parquet;

import dev.highstreet.schemas.Topic;
import dev.highstreet.simulator.emit.parquet.Table.Column;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.Schema.Field;
import org.apache.avro.generic.IndexedRecord;
import org.apache.avro.specific.SpecificData;

/**
 * The events of a topic as rows of a table that is named after it: a column a field. A list of
 * records in them becomes a table of its own, such as {@code order_lines}, whose rows repeat the
 * event's id, time and key, and have a line number, if only from their position.
 */
final class EventLayout implements Layout {
  private static final int EVENT_ID = 0; // where every event has them: a rule of the contract
  private static final int OCCURRED_AT = 1;
  private static final int KEY = 3; // of the two events with lines: the id of the order or return
  private static final List<Integer> REPEATED = List.of(EVENT_ID, OCCURRED_AT, KEY);

  /** Fields of a record, and the columns that they go to. */
  private record Fields(Table table, int[] positions) {}

  /** The field that holds the lines, their table, and whether they have no number of their own. */
  private record Lines(int field, Table table, int columns, boolean unnumbered) {}

  private final Fields event;
  private final List<Lines> lines = new ArrayList<>();

  private EventLayout(String name, Schema schema) {
    List<Column> columns = new ArrayList<>();
    List<Integer> positions = new ArrayList<>();
    for (Field field : schema.getFields()) {
      Schema type = notNull(field.schema());
      if (type.getType() == Schema.Type.ARRAY) {
        lines.add(lines(name, schema, field));
      } else {
        columns.add(column(field));
        positions.add(field.pos());
      }
    }
    event =
        new Fields(
            new Table(name, columns), positions.stream().mapToInt(Integer::intValue).toArray());
  }

  /**
   * The layout of a topic's events.
   *
   * @throws IllegalArgumentException if the topic carries none, or one that has no such shape
   */
  static EventLayout of(Topic topic) {
    Class<?> type =
        topic
            .event()
            .orElseThrow(
                () -> new IllegalArgumentException(topic.topicName() + " carries no events"));
    String name = topic.topicName().substring(topic.topicName().indexOf('.') + 1);
    return new EventLayout(name.replace('-', '_'), SpecificData.get().getSchema(type));
  }

  private static Lines lines(String name, Schema event, Field field) {
    Schema line = notNull(field.schema()).getElementType();
    List<Column> columns = new ArrayList<>();
    REPEATED.forEach(position -> columns.add(column(event.getFields().get(position))));
    boolean unnumbered = line.getField("lineNumber") == null;
    if (unnumbered) {
      columns.add(new Column("line_number", ColumnType.INTEGER));
    }
    line.getFields().forEach(part -> columns.add(column(part)));
    String one = name.endsWith("s") ? name.substring(0, name.length() - 1) : name;
    return new Lines(
        field.pos(),
        new Table(one + "_" + Table.snakeCase(field.name()), columns),
        columns.size() - line.getFields().size(),
        unnumbered);
  }

  private static Column column(Field field) {
    return new Column(Table.snakeCase(field.name()), type(field));
  }

  private static ColumnType type(Field field) {
    Schema schema = notNull(field.schema());
    return switch (schema.getType()) {
      case STRING, ENUM -> ColumnType.VARCHAR;
      case INT -> ColumnType.INTEGER;
      case LONG -> schema.getLogicalType() == null ? ColumnType.BIGINT : ColumnType.TIMESTAMPTZ;
      case BOOLEAN -> ColumnType.BOOLEAN;
      case DOUBLE -> ColumnType.DOUBLE;
      case FIXED -> ColumnType.UUID;
      default ->
          throw new IllegalArgumentException(
              "field %s is a %s, for which there is no type of column"
                  .formatted(field.name(), schema.getType()));
    };
  }

  private static Schema notNull(Schema schema) {
    if (schema.getType() != Schema.Type.UNION) {
      return schema;
    }
    return schema.getTypes().stream()
        .filter(one -> one.getType() != Schema.Type.NULL)
        .findFirst()
        .orElseThrow();
  }

  @Override
  public List<Table> tables() {
    List<Table> tables = new ArrayList<>();
    tables.add(event.table());
    lines.forEach(one -> tables.add(one.table()));
    return tables;
  }

  @Override
  public void append(Object value, int part, TableRows[] tables) throws SQLException {
    IndexedRecord record = (IndexedRecord) value;
    TableRows rows = tables[0];
    rows.begin(part);
    for (int i = 0; i < event.positions().length; i++) {
      rows.append(event.table().columns().get(i).type(), record.get(event.positions()[i]));
    }
    rows.end();
    for (int i = 0; i < lines.size(); i++) {
      appendLines(record, lines.get(i), part, tables[i + 1]);
    }
  }

  private static void appendLines(IndexedRecord event, Lines lines, int part, TableRows rows)
      throws SQLException {
    List<Column> columns = lines.table().columns();
    int number = 0;
    for (Object element : (List<?>) event.get(lines.field())) {
      IndexedRecord line = (IndexedRecord) element;
      number++;
      rows.begin(part);
      for (int i = 0; i < REPEATED.size(); i++) {
        rows.append(columns.get(i).type(), event.get(REPEATED.get(i)));
      }
      if (lines.unnumbered()) {
        rows.append(ColumnType.INTEGER, number);
      }
      for (int i = lines.columns(); i < columns.size(); i++) {
        rows.append(columns.get(i).type(), line.get(i - lines.columns()));
      }
      rows.end();
    }
  }
}
