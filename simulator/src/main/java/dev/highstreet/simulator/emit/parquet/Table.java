package dev.highstreet.simulator.emit.parquet;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A table, which becomes one Parquet file.
 *
 * @param name in snake case, as are its columns' names
 * @param columns in order
 */
record Table(String name, List<Column> columns) {
  private static final Pattern NEW_WORD = Pattern.compile("(?<=[a-z0-9])(?=[A-Z])");

  /** One column; any of its values may be null. */
  record Column(String name, ColumnType type) {}

  Table {
    columns = List.copyOf(columns);
  }

  /** The name of its file. */
  String fileName() {
    return name + ".parquet";
  }

  /** {@code listPriceMicros} becomes {@code list_price_micros}. */
  static String snakeCase(String name) {
    return NEW_WORD.matcher(name).replaceAll("_").toLowerCase(Locale.ROOT);
  }
}
