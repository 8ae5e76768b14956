package dev.highstreet.dashboard.api;

import static java.util.Objects.requireNonNull;

import dev.highstreet.dashboard.shell.Database;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Reads which marts there are: every table of schema {@code mart} that has a primary key. */
final class MartCatalogQuery {
  private static final String COLUMNS =
      """
      SELECT t.relname AS mart, a.attname AS name, format_type(a.atttypid, NULL) AS type,
             array_position(k.indkey::int2[], a.attnum) AS place
      FROM pg_class AS t
      JOIN pg_namespace AS s ON s.oid = t.relnamespace AND s.nspname = 'mart'
      JOIN pg_index AS k ON k.indrelid = t.oid AND k.indisprimary
      JOIN pg_attribute AS a ON a.attrelid = t.oid AND a.attnum > 0 AND NOT a.attisdropped
      WHERE t.relkind IN ('r', 'p')
      ORDER BY t.relname, a.attnum
      """;

  private final Database database;

  MartCatalogQuery(Database database) {
    this.database = requireNonNull(database, "database is null");
  }

  /** The marts by name, as they are now. */
  Map<String, Mart> read() {
    record Row(String mart, Mart.Column column, Optional<Integer> place) {}
    Map<String, List<Row>> tables = new TreeMap<>();
    for (Row row :
        database.rows(
            COLUMNS,
            found ->
                new Row(
                    found.getString("mart"),
                    new Mart.Column(
                        found.getString("name"), ColumnType.of(found.getString("type"))),
                    Optional.ofNullable(found.getObject("place", Integer.class))))) {
      tables.computeIfAbsent(row.mart(), name -> new ArrayList<>()).add(row);
    }
    Map<String, Mart> marts = new TreeMap<>();
    tables.forEach(
        (name, rows) ->
            marts.put(
                name,
                new Mart(
                    name,
                    rows.stream().map(Row::column).toList(),
                    rows.stream()
                        .filter(row -> row.place().isPresent())
                        .sorted(Comparator.comparing((Row row) -> row.place().get()))
                        .map(Row::column)
                        .toList())));
    return marts;
  }
}
