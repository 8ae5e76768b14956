package dev.highstreet.dashboard.api;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;

/**
 * A table of schema {@code mart}, as the catalog of Postgres tells of it.
 *
 * @param columns in the table's order
 * @param key those of them that are its primary key, in the key's order
 */
record Mart(String name, List<Column> columns, List<Column> key) {
  Mart {
    requireNonNull(name, "name is null");
    columns = List.copyOf(columns);
    key = List.copyOf(key);
  }

  /** A column of it. */
  record Column(String name, ColumnType type) {
    Column {
      requireNonNull(name, "name is null");
      requireNonNull(type, "type is null");
    }

    /** As it is written in a statement. */
    String quoted() {
      return '"' + name.replace("\"", "\"\"") + '"';
    }
  }

  /** As it is written in a statement. */
  String quoted() {
    return "mart.\"" + name.replace("\"", "\"\"") + '"';
  }

  /** The part of its key that is a time: its hour, day or month. */
  Optional<Column> period() {
    return key.stream()
        .filter(column -> column.type() == ColumnType.DAY || column.type() == ColumnType.MOMENT)
        .findFirst();
  }
}
