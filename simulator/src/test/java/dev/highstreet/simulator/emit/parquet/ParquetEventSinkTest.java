package dev.highstreet.simulator.emit.parquet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.highstreet.schemas.OrderPlaced;
import dev.highstreet.schemas.ReturnLine;
import dev.highstreet.simulator.emit.EmitException;
import dev.highstreet.simulator.emit.EventSink;
import dev.highstreet.simulator.emit.ShopEvents;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ParquetEventSinkTest {
  private static final Instant NOON = Instant.parse("2025-07-01T11:00:00.250Z");

  @TempDir Path temp;
  private Path folder;

  @BeforeEach
  void choosesAFolder() {
    folder = temp.resolve("shop's events");
  }

  @Test
  void everyTopicHasATableAndLinesHaveTheirOwn() throws Exception {
    write(folder);
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrder(
              "products.parquet",
              "stores.parquet",
              "customers.parquet",
              "orders.parquet",
              "order_lines.parquet",
              "returns.parquet",
              "return_lines.parquet",
              "payments.parquet",
              "progress.parquet",
              "activity.parquet",
              "stock.parquet",
              "fraud_labels.parquet");
    }
  }

  @Test
  void folderThatWasCutShortDoesNotAppear() {
    ParquetEventSink sink = ParquetEventSink.create(folder);
    ShopEvents.emit(sink, ShopEvents.product("MUG", "RED MUG", Instant.EPOCH));
    sink.abandon();
    assertThat(folder).doesNotExist();
    assertThat(folder.getParent()).isDirectoryNotContaining("glob:**.partial");
  }

  @Test
  void columnsAreTyped() {
    write(folder);
    assertThat(query("SELECT column_name, column_type FROM (DESCRIBE FROM '%s/orders.parquet')"))
        .containsExactly(
            "event_id | UUID",
            "occurred_at | TIMESTAMP WITH TIME ZONE",
            "received_at | TIMESTAMP WITH TIME ZONE",
            "order_id | VARCHAR",
            "customer_id | VARCHAR",
            "store_id | VARCHAR",
            "session_id | VARCHAR",
            "shipping_fee_micros | BIGINT",
            "tax_included_micros | BIGINT",
            "reported_total_micros | BIGINT",
            "payment_method | VARCHAR",
            "ip_address | VARCHAR",
            "user_agent | VARCHAR",
            "device_id | VARCHAR");
    assertThat(
            query("SELECT column_name, column_type FROM (DESCRIBE FROM '%s/order_lines.parquet')"))
        .containsExactly(
            "event_id | UUID",
            "occurred_at | TIMESTAMP WITH TIME ZONE",
            "order_id | VARCHAR",
            "line_number | INTEGER",
            "product_id | VARCHAR",
            "product_revision | INTEGER",
            "quantity | INTEGER",
            "unit_price_micros | BIGINT",
            "discount_micros | BIGINT",
            "promotion_id | VARCHAR");
  }

  @Test
  void eventsReadBackAsTheyWere() {
    write(
        folder,
        ShopEvents.order(
            "O1",
            NOON,
            "K1",
            ShopEvents.line(1, "MUG", 6, 2_550_000, 0),
            ShopEvents.line(2, "POT", 1, 8_950_001, 895_500)),
        OrderPlaced.newBuilder(ShopEvents.order("O2", NOON.plusMillis(1), null))
            .setReportedTotalMicros(Long.MAX_VALUE)
            .build());
    assertThat(
            query(
                """
                SELECT order_id, customer_id, epoch_us(occurred_at), reported_total_micros, payment_method
                FROM '%s/orders.parquet'\
                """))
        .containsExactly(
            "O1 | K1 | 1751367600250000 | null | CARD",
            "O2 | null | 1751367600251000 | 9223372036854775807 | CARD");
    assertThat(query("SELECT * EXCLUDE (event_id, occurred_at) FROM '%s/order_lines.parquet'"))
        .containsExactly(
            "O1 | 1 | MUG | 1 | 6 | 2550000 | 0 | null",
            "O1 | 2 | POT | 1 | 1 | 8950001 | 895500 | null");
  }

  @Test
  void idsAreThoseThatPostgresHas() {
    OrderPlaced order = ShopEvents.order("O1", NOON, null, ShopEvents.line(1, "MUG", 1, 1, 0));
    write(folder, order);
    String hex = HexFormat.of().formatHex(order.getEventId().bytes());
    for (String table : new String[] {"orders", "order_lines"}) {
      assertThat(
              query("SELECT replace(event_id::VARCHAR, '-', '') FROM '%s/" + table + ".parquet'"))
          .containsExactly(hex);
    }
  }

  @Test
  void linesOfAReturnAreNumberedByTheirPosition() {
    write(
        folder,
        ShopEvents.goodsReturned(
            "R1",
            NOON,
            null,
            new ReturnLine("MUG", 1, 2, 5_100_000L),
            new ReturnLine("POT", 3, 1, 8_950_000L)));
    assertThat(query("SELECT * EXCLUDE (event_id, occurred_at) FROM '%s/return_lines.parquet'"))
        .containsExactly("R1 | 1 | MUG | 1 | 2 | 5100000", "R1 | 2 | POT | 3 | 1 | 8950000");
  }

  @Test
  void sameEventsGiveTheSameBytes() throws Exception {
    Path other = temp.resolve("again");
    for (Path one : new Path[] {folder, other}) {
      try (EventSink sink = ParquetEventSink.create(one)) {
        for (int n = 0; n < 10_000; n++) {
          ShopEvents.emit(sink, ShopEvents.view("S" + n % 97, NOON.plusMillis(n), "P" + n % 13));
        }
      }
    }
    assertThat(sha256(other)).isEqualTo(sha256(folder)).hasSize(12);
  }

  @Test
  void folderAppearsWhenTheSinkIsClosed() throws Exception {
    try (ParquetEventSink sink = ParquetEventSink.create(folder)) {
      ShopEvents.emit(sink, ShopEvents.order("O1", NOON, null));
      sink.flush();
      assertThat(folder).doesNotExist();
    }
    try (Stream<Path> left = Files.list(temp)) {
      assertThat(left).containsExactly(folder);
    }
  }

  @Test
  void folderThatHoldsSomethingIsRefused() throws Exception {
    Files.createDirectories(folder);
    Files.writeString(folder.resolve("notes.txt"), "mine");
    assertThatThrownBy(() -> ParquetEventSink.create(folder))
        .isInstanceOf(EmitException.class)
        .hasMessage("%s is there already: name a new folder, or delete it", folder);
  }

  private static void write(Path folder, SpecificRecord... events) {
    try (EventSink sink = ParquetEventSink.create(folder)) {
      for (SpecificRecord event : events) {
        ShopEvents.emit(sink, event);
      }
    }
  }

  private List<String> query(String sql) {
    return DuckDb.rows(sql.formatted(folder.toString().replace("'", "''")));
  }

  private static Map<String, String> sha256(Path folder) throws Exception {
    Map<String, String> digests = new TreeMap<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
        digests.put(file.getFileName().toString(), HexFormat.of().formatHex(digest));
      }
    }
    return digests;
  }
}
