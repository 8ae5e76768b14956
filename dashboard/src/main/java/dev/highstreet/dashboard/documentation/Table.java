package dev.highstreet.dashboard.documentation;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * A table as the migrations leave it.
 *
 * @param name with its schema
 * @param columns in their order
 * @param key names of the primary key's columns
 * @param statements what made and changed it, in turn
 */
record Table(String name, List<Column> columns, List<String> key, List<String> statements) {
  Table {
    requireNonNull(name, "name is null");
    columns = List.copyOf(columns);
    key = List.copyOf(key);
    statements = List.copyOf(statements);
  }

  /** Its name without the schema. */
  String shortName() {
    return name.substring(name.indexOf('.') + 1);
  }
}
