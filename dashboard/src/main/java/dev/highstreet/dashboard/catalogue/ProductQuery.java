package dev.highstreet.dashboard.catalogue;

import static java.util.Objects.requireNonNull;

import dev.highstreet.dashboard.shell.Database;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reads products from {@code core.products}. */
public final class ProductQuery {
  private static final String ACTIVE =
      """
      SELECT product_id, revision, name, category, brand, list_price, active, effective_from
      FROM core.products
      WHERE active AND product_id > ?
        AND (? = '' OR category = ?)
        AND (? = '' OR product_id IN (?, ?) OR name ILIKE ?)
      ORDER BY product_id
      LIMIT ?
      """;

  private static final String OF_IDS =
      """
      SELECT product_id, revision, name, category, brand, list_price, active, effective_from
      FROM core.products
      WHERE product_id = ANY (?)
      """;

  private static final String CATEGORIES =
      """
      SELECT category, count(*) AS products FROM core.products
      WHERE active GROUP BY category ORDER BY category
      """;

  // a product that is in very many orders is judged by some of them
  private static final String BOUGHT_WITH =
      """
      WITH baskets AS MATERIALIZED (
        SELECT order_id FROM core.order_lines WHERE product_id = ? LIMIT 500),
      others AS (
        SELECT l.product_id, count(DISTINCT l.order_id) AS orders
        FROM baskets JOIN core.order_lines AS l USING (order_id)
        WHERE l.product_id <> ?
        GROUP BY l.product_id HAVING count(DISTINCT l.order_id) > 1)
      SELECT product_id, revision, name, category, brand, list_price, active, effective_from
      FROM others JOIN core.products USING (product_id)
      WHERE active
      ORDER BY orders DESC, product_id
      LIMIT ?
      """;

  private static final String OF_SAME_CATEGORY =
      """
      SELECT product_id, revision, name, category, brand, list_price, active, effective_from
      FROM core.products
      WHERE active AND category = ? AND product_id <> ?
      ORDER BY product_id > ? DESC, product_id
      LIMIT ?
      """;

  private final Database database;

  public ProductQuery(Database database) {
    this.database = requireNonNull(database, "database is null");
  }

  /** Products that are sold now, by their ids. */
  public List<Product> active(ProductFilter filter, int atMost) {
    String word = filter.word().orElse("");
    String category = filter.category().orElse("");
    return database.rows(
        ACTIVE,
        ProductQuery::product,
        filter.after().orElse(""),
        category,
        category,
        word,
        word,
        word.toUpperCase(Locale.ROOT),
        "%" + word.replaceAll("([\\\\%_])", "\\\\$1") + "%",
        atMost);
  }

  /** Those of these ids that there are, sold now or not, in no order. */
  public List<Product> ofIds(List<String> ids) {
    return database.rows(OF_IDS, ProductQuery::product, (Object) storable(ids));
  }

  /** One product, sold now or not. */
  public Optional<Product> ofId(String id) {
    return ofIds(List.of(id)).stream().findFirst();
  }

  /** The categories of what is sold now, by name. */
  public List<Category> categories() {
    return database.rows(
        CATEGORIES, row -> new Category(row.getString("category"), row.getLong("products")));
  }

  /** What is in several orders together with a product, the most frequent first. */
  public List<Product> boughtWith(String id, int atMost) {
    return database.rows(BOUGHT_WITH, ProductQuery::product, id, id, atMost);
  }

  /** Others of a product's category: those after it by id first. */
  public List<Product> ofSameCategory(Product product, int atMost) {
    return database.rows(
        OF_SAME_CATEGORY,
        ProductQuery::product,
        product.category(),
        product.id(),
        product.id(),
        atMost);
  }

  /** Postgres holds no NUL: an id that has one is none of its. */
  private static String[] storable(List<String> ids) {
    return ids.stream().filter(id -> id.indexOf('\0') < 0).toArray(String[]::new);
  }

  private static Product product(ResultSet row) throws SQLException {
    return new Product(
        row.getString("product_id"),
        row.getInt("revision"),
        row.getString("name"),
        row.getString("category"),
        Optional.ofNullable(row.getString("brand")),
        row.getBigDecimal("list_price"),
        row.getBoolean("active"),
        row.getObject("effective_from", OffsetDateTime.class).toInstant());
  }
}
