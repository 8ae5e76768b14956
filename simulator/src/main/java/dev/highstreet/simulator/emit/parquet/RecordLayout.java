package dev.highstreet.simulator.emit.parquet;

import dev.highstreet.schemas.EventId;
import dev.highstreet.schemas.Topic;
import dev.highstreet.simulator.emit.parquet.Table.Column;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Java records as rows of one table: a column a component. A {@code long} whose name ends in {@code
 * At} is a time, in milliseconds since 1970, UTC; a set or a map is text.
 */
final class RecordLayout implements Layout {
  private static final String TIME = "At";
  private static final Set<Class<?>> TEXTS =
      Set.of(String.class, Topic.class, Set.class, Map.class);

  private final Table table;
  private final List<Method> components = new ArrayList<>();

  /**
   * The layout of a public record.
   *
   * @throws IllegalArgumentException if there is no type of column for one of its components
   */
  RecordLayout(String name, Class<? extends Record> type) {
    List<Column> columns = new ArrayList<>();
    for (RecordComponent component : type.getRecordComponents()) {
      columns.add(new Column(Table.snakeCase(component.getName()), columnType(component)));
      components.add(component.getAccessor());
    }
    this.table = new Table(name, columns);
  }

  private static ColumnType columnType(RecordComponent component) {
    Class<?> type = component.getType();
    if (type == long.class && component.getName().endsWith(TIME)) {
      return ColumnType.TIMESTAMPTZ;
    } else if (type == long.class || type == Long.class) {
      return ColumnType.BIGINT;
    } else if (type == int.class || type == Integer.class) {
      return ColumnType.INTEGER;
    } else if (type == double.class || type == Double.class) {
      return ColumnType.DOUBLE;
    } else if (type == boolean.class || type == Boolean.class) {
      return ColumnType.BOOLEAN;
    } else if (type == Instant.class) {
      return ColumnType.TIMESTAMPTZ;
    } else if (type == EventId.class) {
      return ColumnType.UUID;
    } else if (TEXTS.contains(type) || type.isEnum()) {
      return ColumnType.VARCHAR;
    }
    throw new IllegalArgumentException(
        "%s of %s is a %s, for which there is no type of column"
            .formatted(
                component.getName(),
                component.getDeclaringRecord().getSimpleName(),
                type.getSimpleName()));
  }

  @Override
  public List<Table> tables() {
    return List.of(table);
  }

  @Override
  public void append(Object value, int part, TableRows[] tables) throws SQLException {
    TableRows rows = tables[0];
    rows.begin(part);
    for (int i = 0; i < components.size(); i++) {
      rows.append(table.columns().get(i).type(), read(components.get(i), value));
    }
    rows.end();
  }

  private static Object read(Method component, Object value) {
    try {
      return component.invoke(value);
    } catch (IllegalAccessException | InvocationTargetException e) {
      throw new IllegalArgumentException("cannot read %s".formatted(component), e);
    }
  }
}
