package dev.highstreet.dashboard.storefront;

import static java.util.Objects.requireNonNull;

import dev.highstreet.dashboard.intake.Trace.Sighting;
import dev.highstreet.dashboard.shell.Database;
import dev.highstreet.dashboard.storefront.Journey.Accepted;
import dev.highstreet.dashboard.storefront.Journey.Late;
import dev.highstreet.dashboard.storefront.Journey.Letter;
import dev.highstreet.schemas.Topic;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/** Reads how far an order has come. */
final class JourneyQuery {
  private static final String ACCEPTED =
      """
      SELECT day, occurred_at, updated_at, accepted_lines, quarantined_lines, kafka_partition,
             kafka_offset
      FROM core.orders
      WHERE order_id = ?
      """;

  // total rows are written all the time: those of the order's own products say more
  private static final String BOOKED =
      """
      SELECT max(m.updated_at) AS written
      FROM (SELECT DISTINCT product_id FROM core.order_lines WHERE order_id = ?) AS l
      LEFT JOIN mart.daily_sales_by_product AS m
        ON m.day = ? AND m.product_id = l.product_id AND m.updated_at >= ?
      HAVING count(*) > 0 AND count(*) = count(m.updated_at)
      """;

  private static final String LETTERS =
      """
      SELECT line, reason, detail, updated_at
      FROM ops.dead_letters
      WHERE topic = ? AND partition = ? AND "offset" = ?
      ORDER BY line
      """;

  private static final String LATE =
      """
      SELECT kind, day, updated_at
      FROM ops.late_events
      WHERE topic = ? AND partition = ? AND "offset" = ?
      """;

  private final Database database;

  JourneyQuery(Database database) {
    this.database = requireNonNull(database, "database is null");
  }

  Optional<Accepted> accepted(String orderId) {
    return database.row(ACCEPTED, JourneyQuery::accepted, orderId);
  }

  /**
   * When the newest of the rows was written that are its products' on its day; empty while one of
   * them was not written since the order was sent.
   */
  Optional<Instant> booked(String orderId, LocalDate day, Instant sent) {
    return database.row(
        BOOKED, row -> instant(row, "written"), orderId, day, sent.atOffset(ZoneOffset.UTC));
  }

  List<Letter> letters(Sighting place) {
    return database.rows(
        LETTERS,
        row ->
            new Letter(
                row.getInt("line"),
                row.getString("reason"),
                row.getString("detail"),
                instant(row, "updated_at")),
        Topic.ORDERS.topicName(),
        place.partition(),
        place.offset());
  }

  Optional<Late> late(Sighting place) {
    return database.row(
        LATE,
        row ->
            new Late(
                row.getString("kind"),
                row.getObject("day", LocalDate.class),
                instant(row, "updated_at")),
        Topic.ORDERS.topicName(),
        place.partition(),
        place.offset());
  }

  private static Accepted accepted(ResultSet row) throws SQLException {
    return new Accepted(
        row.getObject("day", LocalDate.class),
        instant(row, "occurred_at"),
        instant(row, "updated_at"),
        row.getInt("accepted_lines"),
        row.getInt("quarantined_lines"),
        new Sighting(
            row.getInt("kafka_partition"),
            row.getLong("kafka_offset"),
            instant(row, "updated_at")));
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }
}
