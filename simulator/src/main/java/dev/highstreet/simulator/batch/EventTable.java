package dev.highstreet.simulator.batch;

import dev.highstreet.schemas.EventIdentity;
import dev.highstreet.schemas.Topic;
import dev.highstreet.simulator.transactions.UnusableFileException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.avro.Schema;
import org.apache.avro.Schema.Field;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;

/**
 * The table of a topic's events, and that of their lines where they have some. An event without an
 * id gets the one that follows from its content; one without a time of receipt was received as it
 * occurred.
 */
final class EventTable {
  // where every event has them: rules of the contract
  private static final int EVENT_ID = 0;
  private static final int OCCURRED_AT = 1;
  private static final int RECEIVED_AT = 2;
  private static final int KEY = 3;
  private static final List<String> MAY_LACK = List.of("eventId", "receivedAt");

  /** The table of the lines, the list in the event that they belong to, and their order. */
  private record Lines(TableFile file, TableColumns columns, Field list, String order) {
    Schema schema() {
      return TableColumns.notNull(list.schema()).getElementType();
    }
  }

  private final Path folder;
  private final Schema schema;
  private final TableFile file;
  private final TableColumns columns;
  private final String key;
  private final Optional<Lines> lines;

  private EventTable(
      Path folder, Schema schema, TableFile file, TableColumns columns, Optional<Lines> lines) {
    this.folder = folder;
    this.schema = schema;
    this.file = file;
    this.columns = columns;
    this.key = TableColumns.snakeCase(schema.getFields().get(KEY).name());
    this.lines = lines;
  }

  /**
   * Finds the table of a topic, and checks every cell of it; empty if it is not there.
   *
   * @throws UnusableFileException if it cannot be used; the message names file, row and column
   */
  static Optional<EventTable> find(Connection duckdb, Path folder, Topic topic)
      throws UnusableFileException {
    String name = topic.topicName().substring(topic.topicName().indexOf('.') + 1);
    Optional<TableFile> file = TableFile.find(duckdb, folder, name);
    if (file.isEmpty()) {
      return Optional.empty();
    }
    Schema schema = SpecificData.get().getSchema(topic.event().orElseThrow());
    TableColumns columns = new TableColumns(file.get(), schema, MAY_LACK);
    EventTable table =
        new EventTable(folder, schema, file.get(), columns, lines(duckdb, folder, name, schema));
    try {
      table.check(duckdb);
    } catch (SQLException e) {
      throw TableFile.unreadable(folder.resolve(file.get().shown()), e);
    }
    return Optional.of(table);
  }

  private static Optional<Lines> lines(Connection duckdb, Path folder, String events, Schema schema)
      throws UnusableFileException {
    for (Field field : schema.getFields()) {
      Schema list = TableColumns.notNull(field.schema());
      if (list.getType() == Schema.Type.ARRAY) {
        String table = events.substring(0, events.length() - 1) + "_" + field.name();
        TableFile file =
            TableFile.find(duckdb, folder, table)
                .orElseThrow(
                    () ->
                        new UnusableFileException(
                            "%s has %s, but no %s.csv or %s.parquet with their lines"
                                .formatted(folder, events, table, table)));
        boolean numbered = file.columns().contains("line_number");
        return Optional.of(
            new Lines(
                file,
                new TableColumns(file, list.getElementType(), List.of()),
                field,
                numbered ? "CAST(line_number AS INTEGER)" : "\"row\""));
      }
    }
    return Optional.empty();
  }

  private void check(Connection duckdb) throws UnusableFileException, SQLException {
    columns.check(duckdb);
    if (lines.isPresent()) { // of a product there is a row for each revision, of an order one
      requireNone(
          duckdb,
          "SELECT %1$s FROM %2$s GROUP BY %1$s HAVING count(*) > 1 ORDER BY 1 LIMIT 1"
              .formatted(key, file.source()),
          file.shown() + " has %s twice: keep one");
      Lines all = lines.get();
      if (!all.file().columns().contains(key)) {
        throw new UnusableFileException(
            "%s has no column %s, which says whose line it is".formatted(all.file().shown(), key));
      }
      all.columns().check(duckdb);
      requireNone(
          duckdb,
          "SELECT coalesce(l.%1$s, 'nothing') FROM %2$s AS l ANTI JOIN %3$s AS e ON e.%1$s = l.%1$s ORDER BY 1 LIMIT 1"
              .formatted(key, all.file().source(), file.source()),
          all.file().shown() + " has a line of %s, which is not in " + file.shown());
    }
  }

  private static void requireNone(Connection duckdb, String query, String problem)
      throws UnusableFileException, SQLException {
    try (Statement statement = duckdb.createStatement();
        ResultSet row = statement.executeQuery(query)) {
      if (row.next()) {
        throw new UnusableFileException(problem.formatted(row.getString(1)));
      }
    }
  }

  /** When the first and the last of its events occurred; empty if it has none. */
  Optional<Span> span(Connection duckdb) throws UnusableFileException {
    String occurred = columns.expression("occurredAt");
    try (Statement statement = duckdb.createStatement();
        ResultSet row =
            statement.executeQuery(
                "SELECT min(%1$s), max(%1$s) FROM %2$s".formatted(occurred, file.source()))) {
      row.next();
      Instant first = Instant.ofEpochMilli(row.getLong(1));
      return row.wasNull()
          ? Optional.empty()
          : Optional.of(new Span(first, Instant.ofEpochMilli(row.getLong(2))));
    } catch (SQLException e) {
      throw TableFile.unreadable(folder.resolve(file.shown()), e);
    }
  }

  /** From the first event to the last. */
  record Span(Instant first, Instant last) {
    Span with(Span other) {
      return new Span(
          first.isBefore(other.first) ? first : other.first,
          last.isAfter(other.last) ? last : other.last);
    }
  }

  /** Hands over every event, in the order of the keys. */
  void read(Connection duckdb, Consumer<SpecificRecord> events) throws UnusableFileException {
    try (Connection second = DuckDb.another(duckdb);
        Statement ofEvents = duckdb.createStatement();
        Statement ofLines = second.createStatement();
        ResultSet event =
            ofEvents.executeQuery(
                "SELECT %s FROM %s ORDER BY %s"
                    .formatted(columns.expressions(), file.source(), key))) {
      EventIdentity identity = new EventIdentity();
      LineCursor cursor = cursor(ofLines);
      while (event.next()) {
        SpecificRecord record = blank(schema);
        int unused = columns.fill(record, event, 1);
        if (lines.isPresent()) {
          record.put(lines.get().list().pos(), cursor.of((String) record.get(KEY)));
        }
        if (record.get(RECEIVED_AT) == null) {
          record.put(RECEIVED_AT, record.get(OCCURRED_AT));
        }
        events.accept(columns.has("eventId") ? record : identity.assign(record));
      }
    } catch (SQLException e) {
      throw TableFile.unreadable(folder.resolve(file.shown()), e);
    }
  }

  private LineCursor cursor(Statement statement) throws SQLException {
    if (lines.isEmpty()) {
      return LineCursor.none();
    }
    Lines all = lines.get();
    return new LineCursor(
        statement.executeQuery(
            "SELECT %1$s, %2$s FROM (SELECT *, row_number() OVER () AS \"row\" FROM %3$s) ORDER BY %1$s, %4$s"
                .formatted(key, all.columns().expressions(), all.file().source(), all.order())),
        all.columns(),
        all.schema());
  }

  /** A record with the defaults of its schema. */
  static SpecificRecord blank(Schema schema) {
    SpecificData data = SpecificData.get();
    SpecificRecord record = (SpecificRecord) data.newRecord(null, schema);
    List<Field> unset = new ArrayList<>(schema.getFields());
    for (Field field : unset) {
      if (field.hasDefaultValue()) {
        record.put(field.pos(), data.getDefaultValue(field));
      }
    }
    if (schema.getFields().get(EVENT_ID).name().equals("eventId")) {
      record.put(EVENT_ID, EventIdentity.none());
    }
    return record;
  }
}
