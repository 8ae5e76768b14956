package dev.highstreet.jobs.mart;

import static java.util.stream.Collectors.joining;

import dev.highstreet.jobs.mart.MartTable.Column;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** The values of a row's primary key; sorts the same in every writer. */
final class RowKey implements Comparable<RowKey> {
  private final Object[] values;

  private RowKey(Object[] values) {
    this.values = values;
  }

  /**
   * The key of a row.
   *
   * @throws IllegalArgumentException if a part of it is null
   */
  static <R> RowKey of(MartTable<R> table, R row) {
    List<Column<R>> columns = table.key();
    Object[] values = new Object[columns.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = columns.get(i).value().element(row);
      if (values[i] == null) {
        throw new IllegalArgumentException(
            "%s.%s is part of the key, but null in %s"
                .formatted(table.name(), columns.get(i).name(), row));
      }
    }
    return new RowKey(values);
  }

  @Override
  // the columns' types are those of the table, so values in the same place compare
  @SuppressWarnings({"unchecked", "rawtypes"})
  public int compareTo(RowKey other) {
    for (int i = 0; i < values.length; i++) {
      int order = ((Comparable) values[i]).compareTo(other.values[i]);
      if (order != 0) {
        return order;
      }
    }
    return 0;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof RowKey key && Arrays.equals(values, key.values);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(values);
  }

  /** For a message: the key's columns with their values, as in {@code day=2011-12-09}. */
  String describe(MartTable<?> table) {
    return IntStream.range(0, values.length)
        .mapToObj(i -> describe(table.key().get(i), values[i]))
        .collect(joining(", "));
  }

  private static String describe(Column<?> column, Object value) {
    return column.name() + "=" + column.value().type().show(value);
  }
}
