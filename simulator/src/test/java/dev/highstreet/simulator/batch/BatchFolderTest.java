package dev.highstreet.simulator.batch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.highstreet.schemas.OrderPlaced;
import dev.highstreet.schemas.OrderReturned;
import dev.highstreet.schemas.ReturnLine;
import dev.highstreet.schemas.Topic;
import dev.highstreet.simulator.emit.ShopEvents;
import dev.highstreet.simulator.emit.parquet.ParquetEventSink;
import dev.highstreet.simulator.transactions.UnusableFileException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BatchFolderTest {
  private static final Instant NOON = Instant.parse("2025-07-01T11:00:00.250Z");
  private static final ZoneId LONDON = ZoneId.of("Europe/London");
  private static final String LINES =
      "order_id,line_number,product_id,product_revision,quantity,unit_price,discount\n";

  @TempDir Path temp;

  private static final OrderPlaced ORDER =
      ShopEvents.order(
          "O2",
          NOON,
          "K1",
          ShopEvents.line(1, "MUG", 6, 2_550_000, 0),
          ShopEvents.line(2, "POT, \"large\"", 1, 8_950_001, 895_500));
  private static final OrderPlaced EMPTY = ShopEvents.order("O10", NOON.plusMillis(1), null);
  private static final OrderReturned RETURN =
      OrderReturned.newBuilder()
          .setEventId(ORDER.getEventId())
          .setOccurredAt(NOON)
          .setReceivedAt(NOON.plusSeconds(7))
          .setReturnId("R1")
          .setStoreId("web")
          .setLines(
              List.of(
                  ReturnLine.newBuilder()
                      .setProductId("MUG")
                      .setProductRevision(1)
                      .setQuantity(2)
                      .setRefundMicros(5_100_000)
                      .build()))
          .build();

  @Test
  void whatWasWrittenAsParquetIsReadBack() throws Exception {
    Path folder = written();
    assertThat(read(folder, Topic.ORDERS)).containsExactly(EMPTY, ORDER);
    assertThat(read(folder, Topic.RETURNS)).containsExactly(RETURN);
    try (BatchFolder batch = BatchFolder.open(folder, LONDON)) {
      LocalDate day = LocalDate.of(2025, 7, 1);
      assertThat(batch.days()).isEqualTo(new BatchFolder.Days(day, day));
    }
  }

  @Test
  void theSameAsCsvIsTheSame() throws Exception {
    Path csv = Files.createDirectory(temp.resolve("csv"));
    Path parquet = written();
    try (Connection duckdb = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = duckdb.createStatement()) {
      for (String table : List.of("orders", "order_lines", "returns", "return_lines")) {
        statement.execute(
            "COPY (FROM '%s/%s.parquet') TO '%s/%s.csv' (HEADER)"
                .formatted(parquet.toString().replace("'", "''"), table, csv, table));
      }
    }
    assertThat(read(csv, Topic.ORDERS)).containsExactly(EMPTY, ORDER);
    assertThat(read(csv, Topic.RETURNS)).containsExactly(RETURN);
  }

  @Test
  void whatAPersonWritesIsUnderstood() throws Exception {
    write("orders.csv", "order_id,store_id,occurred_at\nO1,web,2025-07-01 12:00:00\n");
    write("order_lines.csv", LINES + "O1,2,MUG,1,6,2.55,0\nO1,1,POT,1,1,8.950001,0.8955\n");
    List<SpecificRecord> orders = read(temp, Topic.ORDERS);
    OrderPlaced order = (OrderPlaced) orders.get(0);
    assertThat(order.getOccurredAt()).isEqualTo(Instant.parse("2025-07-01T11:00:00Z"));
    assertThat(order.getReceivedAt()).isEqualTo(order.getOccurredAt());
    assertThat(order.getCustomerId()).isNull();
    assertThat(order.getLines().get(0).getUnitPriceMicros()).isEqualTo(8_950_001);
    assertThat(order.getLines().get(0).getDiscountMicros()).isEqualTo(895_500);
    assertThat(order.getLines().get(1).getUnitPriceMicros()).isEqualTo(2_550_000);
    assertThat(order.getEventId().bytes()).isNotEqualTo(new byte[16]);
    assertThat(read(temp, Topic.ORDERS)).isEqualTo(orders); // the id follows from the content
  }

  @Test
  void wrongCellIsNamedWithItsRow() throws Exception {
    write("orders.csv", "order_id,store_id,occurred_at\nO1,web,2025-07-01T11:00:00Z\n");
    write("order_lines.csv", LINES + "O1,1,MUG,1,6,2.55,0\nO1,2,POT,1,1.5,8.95,0\n");
    refused("order_lines.csv, row 2, column quantity: '1.5' is not a whole number");
    write("order_lines.csv", LINES + "O1,1,MUG,1,6,2.5500001,0\n");
    refused("row 1, column unit_price: '2.5500001' is not an amount with at most six decimals");
    write("order_lines.csv", LINES + "O1,1,,1,6,2.55,0\n");
    refused("order_lines.csv, row 1, column product_id: nothing is not a text");
    write("order_lines.csv", LINES + "O1,1,MUG,1,6,2.55,0\n");
    write("orders.csv", "order_id,store_id,occurred_at\nO1,web,yesterday\n");
    refused("orders.csv, row 1, column occurred_at: 'yesterday' is not a time like");
  }

  @Test
  void tablesThatDoNotFitTogetherAreRefused() throws Exception {
    refused("has neither orders nor returns");
    write("orders.csv", "order_id,occurred_at\nO1,2025-07-01T11:00:00Z\n");
    refused("orders.csv has no column store_id (it has order_id, occurred_at)");
    write("orders.csv", "order_id,store_id,occurred_at\nO1,web,2025-07-01T11:00:00Z\n");
    refused("but no order_lines.csv or order_lines.parquet");
    write("order_lines.csv", LINES + "O2,1,MUG,1,6,2.55,0\n");
    refused("order_lines.csv has a line of O2, which is not in orders.csv");
    write("orders.csv", "order_id,store_id,occurred_at\nO2,a,2025-07-01\nO2,b,2025-07-02\n");
    refused("orders.csv has O2 twice");
    write("orders.csv.gz", "");
    refused("has orders.csv and orders.csv.gz: keep the one that is meant");
  }

  @Test
  void whatIsNoFolderIsRefused() {
    assertThatThrownBy(() -> BatchFolder.open(temp.resolve("nowhere"), LONDON))
        .isInstanceOf(UnusableFileException.class)
        .hasMessageContaining("nowhere is no folder");
  }

  private Path written() {
    Path folder = temp.resolve("parquet's");
    try (ParquetEventSink sink = ParquetEventSink.create(folder)) {
      sink.emit(Topic.ORDERS, "O2", ORDER);
      sink.emit(Topic.ORDERS, "O10", EMPTY);
      sink.emit(Topic.RETURNS, "R1", RETURN);
    }
    return folder;
  }

  private void write(String file, String text) throws IOException {
    Files.writeString(temp.resolve(file), text, UTF_8);
  }

  private void refused(String message) {
    assertThatThrownBy(() -> BatchFolder.open(temp, LONDON))
        .isInstanceOf(UnusableFileException.class)
        .hasMessageContaining(message);
  }

  private static List<SpecificRecord> read(Path folder, Topic topic) throws Exception {
    List<SpecificRecord> events = new ArrayList<>();
    try (BatchFolder batch = BatchFolder.open(folder, LONDON)) {
      batch.read(topic, events::add);
    }
    return events;
  }
}
