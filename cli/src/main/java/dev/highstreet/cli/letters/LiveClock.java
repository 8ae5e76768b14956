package dev.highstreet.cli.letters;

import dev.highstreet.cli.console.CommandException;
import dev.highstreet.cli.local.Databases;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;

/**
 * The rules of time that the newest live run goes by, and how far it has come.
 *
 * @param lateness how long after it occurred an event may be received and still count
 * @param skew how far two clocks may be apart
 * @param watermark what occurred up to then is behind; empty if it has not said yet
 * @param running whether it runs now
 */
record LiveClock(Duration lateness, Duration skew, Optional<Instant> watermark, boolean running) {
  private static final LiveClock USUAL =
      new LiveClock(Duration.ofDays(2), Duration.ofMinutes(5), Optional.empty(), false);

  private static final String NEWEST =
      """
      SELECT extract(epoch FROM lateness)::bigint, extract(epoch FROM clock_skew)::bigint,
             watermark, outcome = 'RUNNING'
      FROM ops.runs WHERE mode = 'LIVE' ORDER BY run_id DESC LIMIT 1""";

  /** As {@code ops.runs} has it; the usual rules where no live job ever ran. */
  static LiveClock read(Databases databases) {
    try (Connection connection = databases.reader().connections().getConnection();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(NEWEST)) {
      return row.next()
          ? new LiveClock(
              Duration.ofSeconds(row.getLong(1)),
              Duration.ofSeconds(row.getLong(2)),
              Optional.ofNullable(row.getObject(3, OffsetDateTime.class))
                  .map(OffsetDateTime::toInstant),
              row.getBoolean(4))
          : USUAL;
    } catch (SQLException e) {
      throw CommandException.usedWrongly(
          "no use of ops.runs in %s as %s: %s"
              .formatted(databases.url(), databases.reader().user(), e.getMessage()),
          e);
    }
  }

  /** Whether it occurred later than it was received, by more than clocks may differ. */
  boolean occurredInFuture(Instant occurredAt, Instant receivedAt) {
    return occurredAt.isAfter(receivedAt.plus(skew));
  }

  /** Whether it was received later than Kafka wrote it, by more than clocks may differ. */
  boolean receivedInFuture(Instant receivedAt, Instant recordTime) {
    return receivedAt.isAfter(recordTime.plus(skew));
  }

  boolean late(Instant occurredAt, Instant receivedAt) {
    return occurredAt.isBefore(receivedAt.minus(lateness));
  }

  boolean behind(Instant occurredAt) {
    return watermark.map(mark -> !occurredAt.isAfter(mark)).orElse(false);
  }
}
