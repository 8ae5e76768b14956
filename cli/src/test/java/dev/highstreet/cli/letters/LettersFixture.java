package dev.highstreet.cli.letters;

import dev.highstreet.schemas.EventEncoder;
import dev.highstreet.schemas.EventId;
import dev.highstreet.schemas.OrderLine;
import dev.highstreet.schemas.OrderPlaced;
import dev.highstreet.schemas.PaymentMethod;
import dev.highstreet.schemas.inspect.EventJson;
import dev.highstreet.sql.Roles;
import dev.highstreet.testsupport.PostgresExtension;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

/** Orders, and the rows that a job leaves of those that it quarantines. */
final class LettersFixture {
  static final Instant NOON = Instant.parse("2011-12-01T12:00:00Z");
  static final UUID ID = UUID.fromString("0f8fad5b-d9cb-469f-a165-70867728950e");

  private final PostgresExtension postgres;

  LettersFixture(PostgresExtension postgres) {
    this.postgres = postgres;
  }

  /** A sound order of two teapots. */
  static OrderPlaced.Builder order(String orderId) {
    return OrderPlaced.newBuilder()
        .setEventId(new EventId(EventJson.bytes(ID)))
        .setOccurredAt(NOON)
        .setReceivedAt(NOON)
        .setOrderId(orderId)
        .setStoreId("web")
        .setPaymentMethod(PaymentMethod.CARD)
        .setLines(
            List.of(
                OrderLine.newBuilder()
                    .setLineNumber(1)
                    .setProductId("teapot")
                    .setProductRevision(1)
                    .setQuantity(2)
                    .setUnitPriceMicros(2_550_000)
                    .build()));
  }

  static byte[] bytes(OrderPlaced.Builder order) {
    return new EventEncoder().encode(order.build());
  }

  /** The same bytes under a fingerprint that nobody knows. */
  static byte[] ofUnknownSchema(OrderPlaced.Builder order) {
    byte[] bytes = bytes(order);
    bytes[5] ^= 0x55;
    return bytes;
  }

  /** Writes the letter of a record with one fault. */
  void letter(
      String place, int line, String stage, String reason, String detail, String key, byte[] bytes)
      throws SQLException {
    String[] parts = place.split("/", -1);
    execute(
        "INSERT INTO ops.dead_letters VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1, now())",
        "highstreet." + parts[0],
        Integer.parseInt(parts[1]),
        Long.parseLong(parts[2]),
        line,
        stage,
        reason,
        detail,
        stage.equals("DECODE") ? null : ID,
        stage.equals("DECODE") ? null : NOON.atOffset(ZoneOffset.UTC),
        NOON.plusSeconds(Long.parseLong(parts[2])).atOffset(ZoneOffset.UTC),
        key == null ? null : key.getBytes(StandardCharsets.UTF_8),
        bytes);
  }

  /** Says that a live run goes on, and how far it has come. */
  void liveRun(Instant watermark) throws SQLException {
    execute(
        """
        INSERT INTO ops.runs (job, mode, runtime, time_zone, lateness, clock_skew, watermark)
        VALUES ('sales', 'LIVE', 'STREAMING', 'Europe/London', 'PT48H', 'PT5M', ?)""",
        watermark.atOffset(ZoneOffset.UTC));
  }

  void execute(String statement, Object... values) throws SQLException {
    try (Connection connection = postgres.as(Roles.WRITER).getConnection();
        PreparedStatement execution = connection.prepareStatement(statement)) {
      for (int i = 0; i < values.length; i++) {
        execution.setObject(i + 1, values[i]);
      }
      execution.execute();
    }
  }
}
