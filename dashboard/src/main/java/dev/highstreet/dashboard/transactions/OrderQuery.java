package dev.highstreet.dashboard.transactions;

import static java.util.Objects.requireNonNull;

import dev.highstreet.dashboard.shell.Database;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;

/** Reads the list of orders, newest first, from {@code core}. */
final class OrderQuery {
  private static final String NEWEST =
      """
      SELECT o.order_id, o.occurred_at, coalesce(s.name, o.store_id) AS store, o.customer_id,
             o.accepted_lines, o.quarantined_lines, o.net_sales, o.payment_method
      FROM core.orders AS o LEFT JOIN core.stores AS s USING (store_id)
      WHERE (o.occurred_at, o.order_id) < (?, ?)
      ORDER BY o.occurred_at DESC, o.order_id DESC
      LIMIT ?
      """;

  // each branch is led by an index of its own and stops early; an OR would read every order
  private static final String FOUND =
      """
      WITH found AS (
        (SELECT * FROM core.orders WHERE order_id = ANY (?) AND (occurred_at, order_id) < (?, ?))
        UNION
        (SELECT * FROM core.orders WHERE customer_id = ANY (?) AND (occurred_at, order_id) < (?, ?)
         ORDER BY occurred_at DESC, order_id DESC LIMIT ?)
        UNION
        (%s ORDER BY occurred_at DESC, order_id DESC LIMIT ?))
      SELECT o.order_id, o.occurred_at, coalesce(s.name, o.store_id) AS store, o.customer_id,
             o.accepted_lines, o.quarantined_lines, o.net_sales, o.payment_method
      FROM found AS o LEFT JOIN core.stores AS s USING (store_id)
      ORDER BY o.occurred_at DESC, o.order_id DESC
      LIMIT ?
      """;

  // few products have few lines: from those to their orders
  private static final String OF_FEW_PRODUCTS =
      """
      WITH named AS MATERIALIZED (
        SELECT DISTINCT order_id FROM core.order_lines WHERE product_id = ANY (?))
      SELECT o.* FROM core.orders AS o JOIN named USING (order_id)
      WHERE (o.occurred_at, o.order_id) < (?, ?)
      """;

  // many products are in many orders: from the newest order back, until enough have one
  private static final String OF_MANY_PRODUCTS =
      """
      SELECT o.* FROM core.orders AS o
      WHERE EXISTS (SELECT FROM core.order_lines AS l
                    WHERE l.order_id = o.order_id AND l.product_id = ANY (?))
        AND (o.occurred_at, o.order_id) < (?, ?)
      """;

  private static final int FEW_PRODUCTS = 20;

  private static final String PRODUCTS =
      """
      SELECT product_id FROM core.products
      WHERE product_id = ANY (?) OR (? AND name ILIKE ?)
      """;

  /** Shorter words are in too many names to mean one. */
  private static final int SHORTEST_NAME = 3;

  private final Database database;

  OrderQuery(Database database) {
    this.database = requireNonNull(database, "database is null");
  }

  /** Orders older than a place in the list, the newest first. */
  List<OrderRow> newest(OrderCursor before, int atMost) {
    return database.rows(NEWEST, OrderQuery::row, at(before), before.orderId(), atMost);
  }

  /**
   * The same, of those whose order or customer id is the word, or that have a product whose id is
   * the word or whose name contains it.
   */
  List<OrderRow> search(String word, OrderCursor before, int atMost) {
    String[] ids = {word, word.toUpperCase(Locale.ROOT)};
    String[] products =
        database
            .rows(
                PRODUCTS,
                row -> row.getString("product_id"),
                ids,
                word.length() >= SHORTEST_NAME,
                "%" + word.replaceAll("([\\\\%_])", "\\\\$1") + "%")
            .toArray(String[]::new);
    OffsetDateTime at = at(before);
    String id = before.orderId();
    String ofProducts = products.length <= FEW_PRODUCTS ? OF_FEW_PRODUCTS : OF_MANY_PRODUCTS;
    return database.rows(
        FOUND.formatted(ofProducts),
        OrderQuery::row,
        ids,
        at,
        id,
        ids,
        at,
        id,
        atMost,
        products,
        at,
        id,
        atMost,
        atMost);
  }

  private static OffsetDateTime at(OrderCursor cursor) {
    return cursor.occurredAt().atOffset(ZoneOffset.UTC);
  }

  static OrderRow row(ResultSet row) throws SQLException {
    return new OrderRow(
        row.getString("order_id"),
        row.getObject("occurred_at", OffsetDateTime.class).toInstant(),
        row.getString("store"),
        row.getString("customer_id"),
        row.getInt("accepted_lines"),
        row.getInt("quarantined_lines"),
        row.getBigDecimal("net_sales"),
        row.getString("payment_method"));
  }
}
