package dev.highstreet.dashboard.transactions;

import static java.util.Objects.requireNonNull;

import dev.highstreet.dashboard.shell.Database;
import dev.highstreet.dashboard.shell.Format;
import dev.highstreet.dashboard.shell.Settlement;
import dev.highstreet.dashboard.shell.SettlementQuery;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;

/** Reads one order with its lines, what left it by the side, and where it was booked. */
public final class OrderLifeQuery {
  private static final String ORDER =
      """
      SELECT o.order_id, o.occurred_at, coalesce(s.name, o.store_id) AS store, o.customer_id,
             o.accepted_lines, o.quarantined_lines, o.net_sales, o.payment_method,
             o.event_id, o.received_at, o.day, o.store_id, s.type AS channel, o.discounts, o.shipping_fee,
             o.kafka_topic, o.kafka_partition, o.kafka_offset, o.run_id
      FROM core.orders AS o LEFT JOIN core.stores AS s USING (store_id)
      WHERE o.order_id = ?
      """;

  private static final String LINES =
      """
      SELECT l.line_number, l.product_id, l.product_revision,
             coalesce(p.name, l.product_id) AS name, l.category, l.quantity, l.unit_price,
             l.discount, l.net_sales
      FROM core.order_lines AS l
      LEFT JOIN core.product_price_history AS p
        ON p.product_id = l.product_id AND p.revision = l.product_revision
      WHERE l.order_id = ?
      ORDER BY l.line_number
      """;

  private static final String FAULTS =
      """
      SELECT line, reason, detail
      FROM ops.dead_letters
      WHERE topic = ? AND partition = ? AND "offset" = ?
      ORDER BY line
      """;

  private static final String RETURNS =
      """
      SELECT return_id, occurred_at, day, product_id, quantity, refund
      FROM core.order_returns
      WHERE order_id = ?
      ORDER BY occurred_at, return_id, line_number
      """;

  private static final String BOOKED =
      """
      SELECT daily.updated_at, daily.run_id AS day_run, monthly.run_id AS month_run
      FROM mart.daily_sales AS daily
      LEFT JOIN mart.monthly_sales AS monthly ON monthly.month = date_trunc('month', daily.day)
      WHERE daily.day = ?
      """;

  private final Database database;
  private final SettlementQuery settlement;
  private final Format format;

  public OrderLifeQuery(Database database, Format format) {
    this.database = requireNonNull(database, "database is null");
    this.settlement = new SettlementQuery(database);
    this.format = requireNonNull(format, "format is null");
  }

  /** An accepted order; empty if there is none of that id. */
  public Optional<OrderLife> read(String orderId) {
    return database.row(ORDER, OrderLifeQuery::order, orderId).map(this::life);
  }

  private OrderLife life(Order order) {
    record Booked(Instant at, long dayRun, Optional<Long> monthRun) {}
    Optional<Booked> booked =
        database.row(
            BOOKED,
            row ->
                new Booked(
                    instant(row, "updated_at"),
                    row.getLong("day_run"),
                    Optional.ofNullable(row.getObject("month_run", Long.class))),
            order.day());
    Settlement settled = settlement.read();
    LocalDate month = order.day().withDayOfMonth(1);
    return new OrderLife(
        order,
        lines(order.row().id()),
        faults(order.place()),
        returns(order.row().id()),
        booked.map(Booked::at),
        booked
            .filter(row -> settled.isFinal(row.dayRun(), format.startOf(order.day().plusDays(1))))
            .isPresent(),
        booked
            .flatMap(Booked::monthRun)
            .filter(run -> settled.isFinal(run, format.startOf(month.plusMonths(1))))
            .isPresent());
  }

  private List<OrderLine> lines(String orderId) {
    return database.rows(
        LINES,
        row ->
            new OrderLine(
                row.getInt("line_number"),
                row.getString("product_id"),
                row.getInt("product_revision"),
                row.getString("name"),
                row.getString("category"),
                row.getInt("quantity"),
                row.getBigDecimal("unit_price"),
                row.getBigDecimal("discount"),
                row.getBigDecimal("net_sales")),
        orderId);
  }

  private List<FaultyLine> faults(Order.Place place) {
    return database.rows(
        FAULTS,
        row -> new FaultyLine(row.getInt("line"), row.getString("reason"), row.getString("detail")),
        place.topic(),
        place.partition(),
        place.offset());
  }

  private List<ReturnedLine> returns(String orderId) {
    return database.rows(
        RETURNS,
        row ->
            new ReturnedLine(
                row.getString("return_id"),
                instant(row, "occurred_at"),
                row.getObject("day", LocalDate.class),
                row.getString("product_id"),
                row.getInt("quantity"),
                row.getBigDecimal("refund")),
        orderId);
  }

  private static Order order(ResultSet row) throws SQLException {
    return new Order(
        OrderQuery.row(row),
        row.getString("event_id"),
        instant(row, "received_at"),
        row.getObject("day", LocalDate.class),
        row.getString("store_id"),
        row.getString("channel"),
        row.getBigDecimal("discounts"),
        row.getBigDecimal("shipping_fee"),
        new Order.Place(
            row.getString("kafka_topic"),
            row.getInt("kafka_partition"),
            row.getLong("kafka_offset")),
        row.getLong("run_id"));
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }
}
