package dev.highstreet.dashboard.sales;

import static java.util.Objects.requireNonNull;

import dev.highstreet.dashboard.shell.Database;
import dev.highstreet.dashboard.shell.Database.RowReader;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;

/** Reads what sold most, by category, product, store and channel, and at which hours. */
final class RankQuery {
  private static final String CATEGORIES =
      """
      SELECT category AS key, category AS name, sum(revenue) AS revenue
      FROM (SELECT category, revenue FROM mart.monthly_sales_by_category
            WHERE month >= ? AND month < ?
            UNION ALL
            SELECT category, revenue FROM mart.daily_sales_by_category
            WHERE day >= ? AND day < ? OR day >= ? AND day < ?) AS covered
      GROUP BY category
      ORDER BY revenue DESC, key
      LIMIT ?
      """;

  private static final String PRODUCTS =
      """
      SELECT best.product_id AS key, coalesce(product.name, best.product_id) AS name, best.revenue
      FROM (SELECT product_id, sum(revenue) AS revenue
            FROM (SELECT product_id, revenue FROM mart.monthly_sales_by_product
                  WHERE month >= ? AND month < ?
                  UNION ALL
                  SELECT product_id, revenue FROM mart.daily_sales_by_product
                  WHERE day >= ? AND day < ? OR day >= ? AND day < ?) AS covered
            GROUP BY product_id
            ORDER BY sum(revenue) DESC, product_id
            LIMIT ?) AS best
      LEFT JOIN core.products AS product USING (product_id)
      ORDER BY best.revenue DESC, key
      """;

  private static final String STORES =
      """
      SELECT covered.store_id AS key, coalesce(store.name, covered.store_id) AS name,
             sum(covered.revenue) AS revenue
      FROM (SELECT store_id, revenue FROM mart.monthly_sales_by_store
            WHERE month >= ? AND month < ?
            UNION ALL
            SELECT store_id, revenue FROM mart.daily_sales_by_store
            WHERE day >= ? AND day < ? OR day >= ? AND day < ?) AS covered
      LEFT JOIN core.stores AS store USING (store_id)
      GROUP BY covered.store_id, store.name
      ORDER BY revenue DESC, key
      LIMIT ?
      """;

  private static final String CHANNELS =
      """
      SELECT channel AS key, channel AS name, sum(revenue) AS revenue
      FROM (SELECT channel, revenue FROM mart.monthly_sales_by_channel
            WHERE month >= ? AND month < ?
            UNION ALL
            SELECT channel, revenue FROM mart.daily_sales_by_channel
            WHERE day >= ? AND day < ? OR day >= ? AND day < ?) AS covered
      GROUP BY channel
      ORDER BY revenue DESC, key
      LIMIT ?
      """;

  private static final String HOURS =
      """
      SELECT extract(isodow FROM hour AT TIME ZONE ?)::int AS weekday,
             extract(hour FROM hour AT TIME ZONE ?)::int AS hour_of_day,
             sum(orders) AS orders
      FROM mart.hourly_sales
      WHERE hour >= ? AND hour < ?
      GROUP BY 1, 2
      ORDER BY 1, 2
      """;

  private static final String SHOPS =
      "SELECT store_id, name, type FROM core.stores ORDER BY type, name, store_id LIMIT 500";

  private static final RowReader<Rank> RANK =
      row -> new Rank(row.getString("key"), row.getString("name"), row.getBigDecimal("revenue"));

  private final Database database;
  private final ZoneId zone;

  RankQuery(Database database, ZoneId zone) {
    this.database = requireNonNull(database, "database is null");
    this.zone = requireNonNull(zone, "zone is null");
  }

  /** The best-selling categories. */
  List<Rank> categories(Period period, int atMost) {
    return ranks(CATEGORIES, period, atMost);
  }

  /** The best-selling products. */
  List<Rank> products(Period period, int atMost) {
    return ranks(PRODUCTS, period, atMost);
  }

  /** The best-selling stores. */
  List<Rank> stores(Period period, int atMost) {
    return ranks(STORES, period, atMost);
  }

  /** All channels. */
  List<Rank> channels(Period period) {
    return ranks(CHANNELS, period, SalesFilter.CHANNELS.size());
  }

  /**
   * Orders by weekday and hour on the business zone's clock; an hour that comes twice counts as
   * one.
   */
  List<Hour> hours(Period period) {
    return database.rows(
        HOURS,
        row -> new Hour(row.getInt("weekday"), row.getInt("hour_of_day"), row.getLong("orders")),
        zone.getId(),
        zone.getId(),
        period.start(zone).atOffset(ZoneOffset.UTC),
        period.end(zone).atOffset(ZoneOffset.UTC));
  }

  /** All stores, to filter by. */
  List<Shop> shops() {
    return database.rows(
        SHOPS,
        row -> new Shop(row.getString("store_id"), row.getString("name"), row.getString("type")));
  }

  private List<Rank> ranks(String query, Period period, int atMost) {
    Cover cover = Cover.of(period);
    return database.rows(
        query,
        RANK,
        cover.monthsFrom(),
        cover.monthsTo(),
        cover.from(),
        cover.monthsFrom(),
        cover.monthsTo(),
        cover.end(),
        atMost);
  }
}
