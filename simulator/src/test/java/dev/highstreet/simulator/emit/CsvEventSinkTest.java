package dev.highstreet.simulator.emit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.highstreet.schemas.ReturnLine;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.zip.GZIPInputStream;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CsvEventSinkTest {
  private static final ZoneId LONDON = ZoneId.of("Europe/London");
  private static final Instant SUMMER_NOON = Instant.parse("2025-07-01T11:00:00.750Z");
  private static final String HEADER =
      "InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country\n";

  @TempDir Path folder;
  private Path file;

  @BeforeEach
  void choosesAFile() {
    file = folder.resolve("shop.csv");
  }

  @Test
  void lineIsARowInLocalTimeWithWhatTheShopKnewThen() {
    write(
        ShopEvents.product("MUG", "MUG, RED", SUMMER_NOON),
        ShopEvents.customer("12001", "France", SUMMER_NOON),
        ShopEvents.order("1", SUMMER_NOON, "12001", ShopEvents.line(1, "MUG", 6, 2_550_000, 0)),
        ShopEvents.product("MUG", "MUG, CRIMSON", SUMMER_NOON),
        ShopEvents.order("2", SUMMER_NOON, null, ShopEvents.line(1, "MUG", 1, 3_000_000, 0)),
        ShopEvents.view("S1", SUMMER_NOON, "MUG"));
    assertThat(file)
        .hasContent(
            HEADER
                + """
                1,MUG,"MUG, RED",6,2025-07-01 12:00:00,2.55,12001,France
                2,MUG,"MUG, CRIMSON",1,2025-07-01 12:00:00,3.00,,
                """);
  }

  @Test
  void priceIsWhatOneUnitCameToAfterTheDiscount() {
    write(
        ShopEvents.order(
            "1",
            SUMMER_NOON,
            null,
            ShopEvents.line(1, "MUG", 3, 2_550_000, 765_000),
            ShopEvents.line(2, "POT", 8, 1_000_000, 1),
            ShopEvents.line(3, "PAN", 3, 2_550_000, 770_000)));
    assertThat(file)
        .hasContent(
            HEADER
                + """
                1,MUG,,3,2025-07-01 12:00:00,2.295,,
                1,POT,,1,2025-07-01 12:00:00,0.999999,,
                1,POT,,7,2025-07-01 12:00:00,1.00,,
                1,PAN,,2,2025-07-01 12:00:00,2.29,,
                1,PAN,,1,2025-07-01 12:00:00,2.30,,
                """);
  }

  @Test
  void goodsThatCameBackAreAnInvoiceThatBeginsWithAC() {
    write(
        ShopEvents.goodsReturned(
            "7", SUMMER_NOON, "12001", new ReturnLine("MUG", 1, 2, 5_100_000L)),
        ShopEvents.goodsReturned(
            "C8", SUMMER_NOON, null, new ReturnLine("MUG", 1, 3, 10_000_000L)));
    assertThat(file)
        .hasContent(
            HEADER
                + """
                C7,MUG,,-2,2025-07-01 12:00:00,2.55,12001,
                C8,MUG,,-2,2025-07-01 12:00:00,3.33,,
                C8,MUG,,-1,2025-07-01 12:00:00,3.34,,
                """);
  }

  @Test
  void orderThatWouldReadBackAsAReturnIsRefused() {
    try (CsvEventSink sink = CsvEventSink.create(file, LONDON)) {
      assertThatThrownBy(() -> ShopEvents.emit(sink, ShopEvents.order("C1", SUMMER_NOON, null)))
          .hasMessage("order C1 would read back as a return: no order id may begin with C");
    }
  }

  @Test
  void nameThatEndsInGzIsGzipped() throws Exception {
    file = folder.resolve("shop.csv.gz");
    write(ShopEvents.order("1", SUMMER_NOON, null, ShopEvents.line(1, "MUG", 1, 1_000_000, 0)));
    try (GZIPInputStream in = new GZIPInputStream(Files.newInputStream(file))) {
      assertThat(in).hasContent(HEADER + "1,MUG,,1,2025-07-01 12:00:00,1.00,,\n");
    }
  }

  @Test
  void fileTakesThePlaceOfAnotherOnceItIsWhole() throws Exception {
    Files.writeString(file, "yesterday's");
    try (CsvEventSink sink = CsvEventSink.create(file, LONDON)) {
      ShopEvents.emit(sink, ShopEvents.order("1", SUMMER_NOON, null));
      sink.flush();
      assertThat(file).hasContent("yesterday's");
    }
    assertThat(file).hasContent(HEADER);
    try (var files = Files.list(folder)) {
      assertThat(files).containsExactly(file);
    }
  }

  @Test
  void fileThatWasCutShortDoesNotAppear() throws Exception {
    Files.writeString(file, "yesterday's");
    CsvEventSink sink = CsvEventSink.create(file, LONDON);
    ShopEvents.emit(sink, ShopEvents.order("1", SUMMER_NOON, null));
    sink.abandon();
    assertThat(file).hasContent("yesterday's");
    assertThat(folder).isDirectoryNotContaining("glob:**.partial");
  }

  @Test
  void placeThatCannotHoldAFileIsNamed() throws Exception {
    assertThatThrownBy(() -> CsvEventSink.create(folder, LONDON))
        .isInstanceOf(EmitException.class)
        .hasMessage("%s is a folder: name a file in it", folder);
    Path inAFile = Files.writeString(file, "").resolve("shop.csv");
    assertThatThrownBy(() -> CsvEventSink.create(inAFile, LONDON))
        .isInstanceOf(EmitException.class)
        .hasMessage(
            "cannot write transactions to %s: %s is a file, not a folder".formatted(inAFile, file));
  }

  private void write(SpecificRecord... events) {
    try (CsvEventSink sink = CsvEventSink.create(file, LONDON)) {
      for (SpecificRecord event : events) {
        ShopEvents.emit(sink, event);
      }
    }
  }
}
