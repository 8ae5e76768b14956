package dev.highstreet.dashboard.intake;

import static java.util.Objects.requireNonNull;

import dev.highstreet.dashboard.shell.Database;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** Reads which revisions of products are known. */
final class RevisionQuery {
  private static final String REVISIONS =
      """
      SELECT product_id, revision, name
      FROM core.product_price_history
      WHERE product_id = ANY (?)
      """;

  private final Database database;

  RevisionQuery(Database database) {
    this.database = requireNonNull(database, "database is null");
  }

  /** Of each of these products that there is, the revisions and the name that each gives it. */
  Map<String, NavigableMap<Integer, String>> of(List<String> productIds) {
    record Revision(String product, int number, String name) {}
    List<Revision> found =
        database.rows(
            REVISIONS,
            row ->
                new Revision(
                    row.getString("product_id"), row.getInt("revision"), row.getString("name")),
            (Object) productIds.stream().filter(id -> id.indexOf('\0') < 0).toArray(String[]::new));
    Map<String, NavigableMap<Integer, String>> revisions = new HashMap<>();
    for (Revision revision : found) {
      revisions
          .computeIfAbsent(revision.product(), product -> new TreeMap<>())
          .put(revision.number(), revision.name());
    }
    return revisions;
  }
}
