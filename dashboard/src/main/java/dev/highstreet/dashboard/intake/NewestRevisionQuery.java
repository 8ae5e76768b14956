package dev.highstreet.dashboard.intake;

import static java.util.Objects.requireNonNull;

import dev.highstreet.dashboard.shell.Database;
import dev.highstreet.schemas.EventIdentity;
import dev.highstreet.schemas.ProductRevised;
import dev.highstreet.schemas.StoreRevised;
import dev.highstreet.schemas.StoreType;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;

/** Reads the newest revisions of products and stores, as revisions without ids and times. */
final class NewestRevisionQuery {
  private static final String PRODUCTS =
      """
      SELECT product_id, revision, name, category, brand, supplier, list_price, unit_cost, unit_cost_assumed, active
      FROM core.products
      WHERE product_id = ANY (?)
      """;

  private static final String STORES =
      """
      SELECT store_id, revision, name, type, city, postcode, manager, opening_hours,
             commission_rate::float8 AS commission_rate, rating::float8 AS rating, opened_at
      FROM core.stores
      WHERE store_id = ANY (?)
      """;

  private final Database database;

  NewestRevisionQuery(Database database) {
    this.database = requireNonNull(database, "database is null");
  }

  List<ProductRevised> products(List<String> ids) {
    return database.rows(
        PRODUCTS, NewestRevisionQuery::product, (Object) ids.toArray(String[]::new));
  }

  List<StoreRevised> stores(List<String> ids) {
    return database.rows(STORES, NewestRevisionQuery::store, (Object) ids.toArray(String[]::new));
  }

  private static ProductRevised product(ResultSet row) throws SQLException {
    return new ProductRevised(
        EventIdentity.none(),
        Instant.EPOCH,
        Instant.EPOCH,
        row.getString("product_id"),
        row.getInt("revision"),
        row.getString("name"),
        row.getString("category"),
        row.getString("brand"),
        row.getString("supplier"),
        Amount.micros(row.getBigDecimal("list_price")),
        Amount.micros(row.getBigDecimal("unit_cost")),
        row.getBoolean("unit_cost_assumed"),
        row.getBoolean("active"),
        Instant.EPOCH);
  }

  private static StoreRevised store(ResultSet row) throws SQLException {
    return new StoreRevised(
        EventIdentity.none(),
        Instant.EPOCH,
        Instant.EPOCH,
        row.getString("store_id"),
        row.getInt("revision"),
        row.getString("name"),
        StoreType.valueOf(row.getString("type")),
        row.getString("city"),
        row.getString("postcode"),
        row.getString("manager"),
        row.getString("opening_hours"),
        row.getObject("commission_rate", Double.class),
        row.getObject("rating", Double.class),
        row.getObject("opened_at", OffsetDateTime.class).toInstant());
  }
}
