package dev.highstreet.simulator.batch;

import static java.util.stream.Collectors.joining;

import dev.highstreet.schemas.EventId;
import dev.highstreet.simulator.transactions.UnusableFileException;
import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.apache.avro.Schema;
import org.apache.avro.Schema.Field;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;

/**
 * The columns of a table that hold the fields of a record: {@code unitPriceMicros} is in {@code
 * unit_price_micros}, or, in units of the currency, in {@code unit_price}. A column may be missing
 * where the field may be null or has a default.
 */
final class TableColumns {
  private static final Pattern NEW_WORD = Pattern.compile("(?<=[a-z0-9])(?=[A-Z])");
  private static final String MICROS = "_micros";

  /** A field, the column that it is in, and how it is read. */
  private record Cell(Field field, Schema schema, String column, CellType type) {
    boolean isRequired() {
      return field.schema().getType() != Schema.Type.UNION;
    }
  }

  private final TableFile file;
  private final List<Cell> cells = new ArrayList<>();

  /**
   * The columns for the fields of a schema, lists left out.
   *
   * @param mayLack fields that may be missing although they must not be null
   * @throws UnusableFileException if another one is missing
   */
  TableColumns(TableFile file, Schema schema, List<String> mayLack) throws UnusableFileException {
    this.file = file;
    for (Field field : schema.getFields()) {
      Schema type = notNull(field.schema());
      if (type.getType() == Schema.Type.ARRAY) {
        continue;
      }
      Optional<Cell> cell = cell(field, type);
      cell.ifPresent(cells::add);
      if (cell.isEmpty() && !field.hasDefaultValue() && !mayLack.contains(field.name())) {
        throw new UnusableFileException(
            "%s has no column %s (it has %s)"
                .formatted(
                    file.shown(), snakeCase(field.name()), String.join(", ", file.columns())));
      }
    }
  }

  private Optional<Cell> cell(Field field, Schema type) {
    String name = snakeCase(field.name());
    if (file.columns().contains(name)) {
      return Optional.of(new Cell(field, type, name, CellType.of(type)));
    }
    String inUnits =
        name.endsWith(MICROS) ? name.substring(0, name.length() - MICROS.length()) : name;
    return file.columns().contains(inUnits)
        ? Optional.of(new Cell(field, type, inUnits, CellType.AMOUNT))
        : Optional.empty();
  }

  static Schema notNull(Schema schema) {
    return schema.getType() != Schema.Type.UNION
        ? schema
        : schema.getTypes().stream()
            .filter(one -> one.getType() != Schema.Type.NULL)
            .findFirst()
            .orElseThrow();
  }

  static String snakeCase(String name) {
    return NEW_WORD.matcher(name).replaceAll("_").toLowerCase(Locale.ROOT);
  }

  /** What to select, in the order in which {@link #fill} reads it. */
  String expressions() {
    return cells.stream().map(this::expression).collect(joining(", "));
  }

  /** How a field is read; it is one that the table has. */
  String expression(String field) {
    return cells.stream()
        .filter(cell -> cell.field().name().equals(field))
        .map(this::expression)
        .findFirst()
        .orElseThrow();
  }

  private String expression(Cell cell) {
    return cell.type().read(quoted(cell.column()), file.isText(), cell.schema());
  }

  private static String quoted(String column) {
    return '"' + column.replace("\"", "\"\"") + '"';
  }

  /**
   * Refuses a table in which a cell cannot be understood, or is empty and must not be.
   *
   * @throws UnusableFileException that names the file, the row, the column and the value
   */
  void check(Connection duckdb) throws UnusableFileException, SQLException {
    String rows = "(SELECT *, row_number() OVER () AS \"row\" FROM %s)".formatted(file.source());
    for (Cell cell : cells) {
      String column = quoted(cell.column());
      String wrong = "%s IS NOT NULL AND %s IS NULL".formatted(column, expression(cell));
      String query =
          "SELECT \"row\", CAST(%s AS VARCHAR) FROM %s WHERE %s ORDER BY \"row\" LIMIT 1"
              .formatted(
                  column, rows, cell.isRequired() ? wrong + " OR " + column + " IS NULL" : wrong);
      try (Statement statement = duckdb.createStatement();
          ResultSet first = statement.executeQuery(query)) {
        if (first.next()) {
          throw new UnusableFileException(
              "%s, row %d, column %s: %s is not %s"
                  .formatted(
                      file.shown(),
                      first.getLong(1),
                      cell.column(),
                      shown(first.getString(2)),
                      cell.type().description()));
        }
      }
    }
  }

  private static String shown(String value) {
    if (value == null) {
      return "nothing";
    }
    return value.length() > 80 ? "'" + value.substring(0, 80) + "…'" : "'" + value + "'";
  }

  /**
   * Puts a row's values into a record, which holds its defaults.
   *
   * @param first the position of the first selected expression, from 1
   * @return the position after the last
   */
  int fill(SpecificRecord record, ResultSet row, int first) throws SQLException {
    int position = first;
    for (Cell cell : cells) {
      Object value = value(cell, row, position++);
      if (value != null || !cell.isRequired()) {
        record.put(cell.field().pos(), value);
      }
    }
    return position;
  }

  private static Object value(Cell cell, ResultSet row, int position) throws SQLException {
    Object value =
        switch (cell.type()) {
          case TEXT -> row.getString(position);
          case SYMBOL -> symbol(row.getString(position), cell.schema());
          case INTEGER -> row.getInt(position);
          case BIGINT, AMOUNT -> row.getLong(position);
          case NUMBER -> row.getDouble(position);
          case BOOLEAN -> row.getBoolean(position);
          case INSTANT -> Instant.ofEpochMilli(row.getLong(position));
          case ID -> id(row.getString(position));
        };
    return row.wasNull() ? null : value;
  }

  private static Object symbol(String symbol, Schema schema) {
    return symbol == null ? null : SpecificData.get().createEnum(symbol, schema);
  }

  private static EventId id(String text) {
    if (text == null) {
      return null;
    }
    UUID id = UUID.fromString(text);
    return new EventId(
        ByteBuffer.allocate(16)
            .putLong(id.getMostSignificantBits())
            .putLong(id.getLeastSignificantBits())
            .array());
  }

  /** Whether the table has a column for the field. */
  boolean has(String field) {
    return cells.stream().anyMatch(cell -> cell.field().name().equals(field));
  }
}
