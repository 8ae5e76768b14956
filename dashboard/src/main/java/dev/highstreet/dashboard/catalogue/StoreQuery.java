package dev.highstreet.dashboard.catalogue;

import static java.util.Objects.requireNonNull;

import dev.highstreet.dashboard.shell.Database;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;

/** Reads stores from {@code core.stores}. */
public final class StoreQuery {
  private static final String AFTER =
      """
      SELECT store_id, revision, name, type, city, postcode, opening_hours, opened_at
      FROM core.stores
      WHERE store_id > ?
      ORDER BY store_id
      LIMIT ?
      """;

  private static final String OF_IDS =
      """
      SELECT store_id, revision, name, type, city, postcode, opening_hours, opened_at
      FROM core.stores
      WHERE store_id = ANY (?)
      """;

  private static final String WEBSITE =
      """
      SELECT store_id, revision, name, type, city, postcode, opening_hours, opened_at
      FROM core.stores
      WHERE type = 'WEBSITE'
      ORDER BY opened_at, store_id
      LIMIT 1
      """;

  private final Database database;

  public StoreQuery(Database database) {
    this.database = requireNonNull(database, "database is null");
  }

  /**
   * Stores by their ids.
   *
   * @param id of the last store of the page before; empty for the first page
   */
  public List<Store> after(String id, int atMost) {
    return database.rows(AFTER, StoreQuery::store, id, atMost);
  }

  /** Those of these ids that there are, in no order. */
  public List<Store> ofIds(List<String> ids) {
    return database.rows(OF_IDS, StoreQuery::store, (Object) storable(ids));
  }

  /** The shop's website: the oldest, should it have several. */
  public Optional<Store> website() {
    return database.row(WEBSITE, StoreQuery::store);
  }

  /** Postgres holds no NUL: an id that has one is none of its. */
  private static String[] storable(List<String> ids) {
    return ids.stream().filter(id -> id.indexOf('\0') < 0).toArray(String[]::new);
  }

  private static Store store(ResultSet row) throws SQLException {
    return new Store(
        row.getString("store_id"),
        row.getInt("revision"),
        row.getString("name"),
        row.getString("type"),
        Optional.ofNullable(row.getString("city")),
        Optional.ofNullable(row.getString("postcode")),
        Optional.ofNullable(row.getString("opening_hours")),
        row.getObject("opened_at", OffsetDateTime.class).toInstant());
  }
}
