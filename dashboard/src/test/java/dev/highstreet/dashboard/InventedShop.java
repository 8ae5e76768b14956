package dev.highstreet.dashboard;

import static java.util.Objects.requireNonNull;

import dev.highstreet.sql.Roles;
import dev.highstreet.testsupport.PostgresExtension;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import javax.sql.DataSource;

/** An invented shop in a test's own database; its marts are summed from its orders. */
public final class InventedShop {
  /** First day of {@link #history}. */
  public static final LocalDate FIRST_DAY = LocalDate.of(2011, 2, 20);

  /** Last day of {@link #history}. */
  public static final LocalDate LAST_DAY = LocalDate.of(2011, 3, 31);

  /** Orders on each day of {@link #history}. */
  public static final int ORDERS_A_DAY = 30;

  private final DataSource owner;
  private final String url;

  private InventedShop(DataSource owner, String url) {
    this.owner = requireNonNull(owner, "owner is null");
    this.url = requireNonNull(url, "url is null");
  }

  /** All tables, no row. */
  public static InventedShop empty(PostgresExtension postgres) {
    return new InventedShop(postgres.as(Roles.OWNER), postgres.url());
  }

  /** Forty days with thirty orders each, read by one live run whose watermark is 29 March 2011. */
  public static InventedShop history(PostgresExtension postgres) {
    InventedShop shop = empty(postgres);
    shop.startRun();
    shop.watermark("2011-03-29 16:00:00+01");
    shop.trade(FIRST_DAY, 40, ORDERS_A_DAY, 60);
    return shop;
  }

  /** Registers a live run; the first has id 1. */
  public void startRun() {
    execute(
        """
        INSERT INTO ops.runs (job, mode, runtime, time_zone, lateness, clock_skew, started_at)
        VALUES ('sales', 'LIVE', 'STREAMING', 'Europe/London', 'PT48H', 'PT5M', '2026-01-05 10:00:00Z')
        """);
  }

  /** Moves the newest run's watermark; {@code infinity} for the end of input. */
  public void watermark(String to) {
    execute(
        "UPDATE ops.runs SET watermark = '%s' WHERE run_id = (SELECT max(run_id) FROM ops.runs)"
            .formatted(to));
  }

  /** Adds days of orders, and sums every mart again. */
  public void trade(LocalDate from, int days, int ordersADay, int products) {
    execute(
        """
        SET shop.first = '%s'; SET shop.days = '%d'; SET shop.orders = '%d';
        SET shop.products = '%d'; SET shop.run = '1';
        """
                .formatted(from, days, ordersADay, products)
            + script());
  }

  /** Runs statements as the jobs would. */
  public void execute(String statements) {
    try (Connection connection = owner.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(statements);
    } catch (SQLException e) {
      throw new IllegalStateException("cannot execute " + statements, e);
    }
  }

  /** Places one more order, like any other but with this id, in the morning of 1 April 2011. */
  public void placeOrder(String orderId) {
    execute(
        """
        INSERT INTO core.orders
        SELECT '%s', event_id, customer_id, store_id, session_id, '2011-04-01 09:00Z', received_at,
               day, accepted_lines, 0, units, gross_sales, discounts, net_sales, cost_of_goods,
               shipping_fee, tax_included, reported_total, payment_method, ip_address, user_agent,
               device_id, kafka_topic, kafka_partition, kafka_offset, run_id, updated_at
        FROM core.orders LIMIT 1
        """
            .formatted(orderId));
  }

  /**
   * An undecodable dead letter, two days with late events, and a comparison that found a row wrong.
   */
  public void troubles() {
    execute(
        """
        INSERT INTO ops.dead_letters
        VALUES ('highstreet.orders', 0, 17, 0, 'DECODE', 'UNDECODABLE', 'marker is missing', NULL, NULL,
                '2011-03-31 22:41Z', 'k'::bytea, 'no event <b>, and some more of the same'::bytea, 1, now());
        INSERT INTO ops.late_events
        SELECT 'highstreet.orders', 0, n, 'LATE', gen_random_uuid(), now(), now(),
               CASE WHEN n % 3 = 0 THEN '2011-03-30'::date ELSE '2011-02-27'::date END, '', 1, now()
        FROM generate_series(1, 30) AS n;
        INSERT INTO ops.reconciliations
        SELECT 1, now(), 'FINAL', '2011-02-20', '2011-03-31', name, 10, equal, 0, 0, 10 - equal, first::jsonb, 0.4
        FROM (VALUES ('core.orders', 10, '[]'), ('mart.hourly_sales', 10, '[]'),
                     ('mart.daily_sales', 9,
                      '[{"kind": "DIFFERENT", "key": {"day": "2011-03-27"},
                         "columns": [{"column": "orders", "expected": "30", "found": "29"}]}]'))
             AS compared (name, equal, first)
        """);
  }

  /** Address of the database, for whoever connects. */
  public String url() {
    return url;
  }

  private static String script() {
    try (InputStream file = InventedShop.class.getResourceAsStream("shop.sql")) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
