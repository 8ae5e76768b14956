package dev.highstreet.dashboard.sales;

import static java.util.Objects.requireNonNull;

import dev.highstreet.dashboard.shell.Database;
import dev.highstreet.dashboard.shell.Watermark;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads totals and trends from the sales marts: the one that a filter is kept in. */
final class SalesQuery {
  // a row is final once the day has ended at the watermark of the newest run that wrote in the
  // period; a backfill has no clock of its own, and leaves periods as settled as they were
  private static final String TOTALS =
      """
      WITH chosen AS (%s),
      furthest AS (
        SELECT max(watermark) AS watermark FROM ops.runs
        WHERE mode <> 'BACKFILL'
          AND run_id >= coalesce((SELECT max(run_id) FROM chosen JOIN ops.runs AS wrote USING (run_id)
                                  WHERE wrote.mode <> 'BACKFILL'), 0)),
      marked AS (
        SELECT chosen.*,
               coalesce((day + 1)::timestamp AT TIME ZONE ? <= furthest.watermark, false) AS settled
        FROM chosen CROSS JOIN furthest)
      SELECT sum(gross_sales)  AS gross_sales,  sum(gross_sales)  FILTER (WHERE settled) AS settled_gross_sales,
             sum(revenue)      AS revenue,      sum(revenue)      FILTER (WHERE settled) AS settled_revenue,
             sum(gross_margin) AS gross_margin, sum(gross_margin) FILTER (WHERE settled) AS settled_gross_margin,
             sum(refunds)      AS refunds,      sum(refunds)      FILTER (WHERE settled) AS settled_refunds,
             sum(orders)       AS orders,       sum(orders)       FILTER (WHERE settled) AS settled_orders,
             sum(net_sales) / nullif(sum(orders), 0) AS average_order,
             sum(net_sales) FILTER (WHERE settled)
               / nullif(sum(orders) FILTER (WHERE settled), 0) AS settled_average_order,
             (SELECT watermark FROM furthest) AS watermark
      FROM marked
      """;

  private static final String TREND =
      """
      SELECT date_trunc(?, day)::date AS start, sum(revenue) AS revenue, sum(orders) AS orders
      FROM (%s) AS chosen
      GROUP BY 1
      ORDER BY 1
      """;

  private static final String ALL_DAYS = "SELECT * FROM mart.daily_sales WHERE day BETWEEN ? AND ?";
  private static final String CHANNEL_DAYS =
      "SELECT * FROM mart.daily_sales_by_channel WHERE day BETWEEN ? AND ? AND channel = ?";
  private static final String STORE_DAYS =
      "SELECT * FROM mart.daily_sales_by_store WHERE day BETWEEN ? AND ? AND store_id = ?";

  private static final String DAY_CUSTOMERS = "SELECT customers FROM (%s) AS chosen";
  private static final String ALL_MONTHS =
      "SELECT customers FROM mart.monthly_sales WHERE month = ?";
  private static final String CHANNEL_MONTHS =
      "SELECT customers FROM mart.monthly_sales_by_channel WHERE month = ? AND channel = ?";
  private static final String STORE_MONTHS =
      "SELECT customers FROM mart.monthly_sales_by_store WHERE month = ? AND store_id = ?";

  private static final String SPAN =
      "SELECT min(day) AS first_day, max(day) AS last_day FROM mart.daily_sales";

  // counters of the server: cheap to read, and different after every write, though up to ten
  // seconds late; the newest row tells at once
  private static final String VERSION =
      """
      SELECT (SELECT sum(n_tup_ins + n_tup_upd + n_tup_del)
              FROM pg_stat_user_tables WHERE schemaname = 'mart') AS writes,
             (SELECT max(updated_at)::text FROM mart.daily_sales) AS newest_row,
             (SELECT max(watermark)::text FROM ops.runs) AS watermark,
             (SELECT max(run_id) FROM ops.runs) AS run
      """;

  private final Database database;
  private final ZoneId zone;

  SalesQuery(Database database, ZoneId zone) {
    this.database = requireNonNull(database, "database is null");
    this.zone = requireNonNull(zone, "zone is null");
  }

  /** Sums over a period, and which part of them is final. */
  PeriodTotals totals(SalesFilter filter, Period period) {
    return database
        .row(TOTALS.formatted(days(filter)), SalesQuery::totals, days(filter, period, zone.getId()))
        .orElseThrow();
  }

  /** Bars with sales, in order; days and months without are left out. */
  List<Bar> trend(SalesFilter filter, Period period, Grain grain) {
    Object[] chosen = days(filter, period, null);
    Object[] parameters = new Object[chosen.length + 1];
    parameters[0] = grain.word();
    System.arraycopy(chosen, 0, parameters, 1, chosen.length);
    return database.rows(
        TREND.formatted(days(filter)),
        row ->
            new Bar(
                row.getObject("start", LocalDate.class),
                row.getBigDecimal("revenue"),
                row.getLong("orders")),
        parameters);
  }

  /** Distinct customers: kept for days and months only, so empty for any other period. */
  Optional<Long> customers(SalesFilter filter, Period period) {
    return switch (period.kind()) {
      case DAY ->
          database.row(
              DAY_CUSTOMERS.formatted(days(filter)),
              row -> row.getLong("customers"),
              days(filter, period, null));
      case MONTH -> {
        LocalDate month = YearMonth.from(period.from()).atDay(1);
        yield filter.channel().isPresent()
            ? month(CHANNEL_MONTHS, month, filter.channel().get())
            : filter.store().isPresent()
                ? month(STORE_MONTHS, month, filter.store().get())
                : month(ALL_MONTHS, month);
      }
      case YEAR, RANGE -> Optional.empty();
    };
  }

  private Optional<Long> month(String query, Object... parameters) {
    return database.row(query, row -> row.getLong("customers"), parameters);
  }

  /** From the first to the last day with sales; empty before the first. */
  Optional<Period> span() {
    record Span(LocalDate first, LocalDate last) {}
    return database
        .row(
            SPAN,
            row ->
                new Span(
                    row.getObject("first_day", LocalDate.class),
                    row.getObject("last_day", LocalDate.class)))
        .filter(span -> span.first() != null)
        .map(span -> Period.between(span.first(), span.last()));
  }

  /**
   * Differs after anything that this page shows has changed; empty where the server keeps no count.
   */
  Optional<String> version() {
    return database
        .row(
            VERSION,
            row ->
                String.join(
                    " ",
                    String.valueOf(row.getLong("writes")),
                    row.getString("newest_row"),
                    row.getString("watermark"),
                    String.valueOf(row.getLong("run"))))
        .filter(version -> !version.startsWith("0 "));
  }

  private static String days(SalesFilter filter) {
    if (filter.channel().isPresent()) {
      return CHANNEL_DAYS;
    }
    return filter.store().isPresent() ? STORE_DAYS : ALL_DAYS;
  }

  private static Object[] days(SalesFilter filter, Period period, String last) {
    List<Object> parameters = new ArrayList<>(List.of(period.from(), period.to()));
    filter.channel().ifPresent(parameters::add);
    filter.store().ifPresent(parameters::add);
    if (last != null) {
      parameters.add(last);
    }
    return parameters.toArray();
  }

  private static PeriodTotals totals(ResultSet row) throws SQLException {
    return new PeriodTotals(
        totals(row, ""), totals(row, "settled_"), Watermark.read(row, "watermark"));
  }

  private static Totals totals(ResultSet row, String prefix) throws SQLException {
    BigDecimal orders = row.getBigDecimal(prefix + "orders");
    return new Totals(
        row.getBigDecimal(prefix + "gross_sales"),
        row.getBigDecimal(prefix + "revenue"),
        row.getBigDecimal(prefix + "gross_margin"),
        orders == null ? null : orders.longValueExact(),
        row.getBigDecimal(prefix + "average_order"),
        row.getBigDecimal(prefix + "refunds"));
  }
}
