package dev.highstreet.cli.demo;

import dev.highstreet.cli.local.LocalPlatform;
import dev.highstreet.cli.sales.LiveSales;
import dev.highstreet.cli.simulate.RunningShop;
import dev.highstreet.cli.verify.Verdict;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks at a demo from the outside: what the shop has sent, and what the marts show of it. */
final class Watching {
  private static final Logger LOG = LoggerFactory.getLogger(Watching.class);
  private static final String NEWEST_ROW =
      "SELECT 1000 * extract(epoch FROM clock_timestamp() - max(updated_at)) FROM mart.monthly_sales";

  private final LiveSales sales;
  private final LocalPlatform platform;
  private final RunningShop shop;
  private final DemoStatus status;

  Watching(LiveSales sales, LocalPlatform platform, RunningShop shop, ZoneId zone) {
    this.sales = sales;
    this.platform = platform;
    this.shop = shop;
    this.status = new DemoStatus(zone);
  }

  /** How things stand; empty while the database does not answer. */
  Optional<String> line() {
    return line(Optional.empty());
  }

  /** The same, with the newest comparison with the truth. */
  Optional<String> line(Optional<Verdict> compared) {
    return sales
        .ledger()
        .map(ledger -> status.of(shop.control().state(), ledger, fresh(), compared));
  }

  /** The age of the newest mart row; empty if there is none, or the database does not answer. */
  private Optional<Duration> fresh() {
    try (Connection connection = platform.databases().reader().connections().getConnection();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(NEWEST_ROW)) {
      row.next();
      double millis = row.getDouble(1);
      return row.wasNull() ? Optional.empty() : Optional.of(Duration.ofMillis((long) millis));
    } catch (SQLException e) {
      LOG.warn("The age of the marts cannot be read now", e);
      return Optional.empty();
    }
  }
}
