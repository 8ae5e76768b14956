package dev.highstreet.cli.outcome;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/**
 * What the database holds, over all its months. Sums come from the monthly mart, what cannot be
 * summed from the core tables.
 *
 * @param lines accepted order lines
 * @param units sold
 * @param grossSales quantity × unit price of accepted lines, in the shop's currency
 * @param customers distinct ones; guests are not counted
 * @param returns accepted returns
 * @param returnedUnits taken back
 * @param refunds in the shop's currency
 */
public record Totals(
    long lines,
    long units,
    BigDecimal grossSales,
    long customers,
    long returns,
    long returnedUnits,
    BigDecimal refunds) {
  private static final String QUERY =
      """
      SELECT (SELECT count(*) FROM core.order_lines),
             coalesce(sum(units), 0),
             coalesce(sum(gross_sales), 0),
             (SELECT count(DISTINCT customer_id) FROM core.orders),
             (SELECT count(DISTINCT return_id) FROM core.order_returns),
             coalesce(sum(returned_units), 0),
             coalesce(sum(refunds), 0)
      FROM mart.monthly_sales
      """;

  /** Refuses what is incomplete. */
  public Totals {
    requireNonNull(grossSales, "grossSales is null");
    requireNonNull(refunds, "refunds is null");
  }

  static Totals read(DataSource reader) throws SQLException {
    try (Connection connection = reader.getConnection();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(QUERY)) {
      row.next();
      return new Totals(
          row.getLong(1),
          row.getLong(2),
          plain(row.getBigDecimal(3)),
          row.getLong(4),
          row.getLong(5),
          row.getLong(6),
          plain(row.getBigDecimal(7)));
    }
  }

  /** Without the zeros that the database's scale adds, but with whole pennies. */
  private static BigDecimal plain(BigDecimal amount) {
    BigDecimal stripped = amount.stripTrailingZeros();
    return stripped.scale() < 2 ? stripped.setScale(2) : stripped;
  }
}
