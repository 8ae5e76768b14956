package dev.highstreet.cli.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.highstreet.cli.console.CommandException;
import dev.highstreet.sql.AnswerKey;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the answer key says of a file that is reckoned by hand. */
class FileAnswerKeyTest {
  private static final String HEADER =
      "InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country\n";

  /** On both sides of a clock change and of a month's end; then rows that are none. */
  private static final String FILE =
      HEADER
          + """
          1001,MUG,"RED ""BEST"" MUG",2,2010-10-31 01:30:00,3.00,17850.0,United Kingdom
          1001,BOWL,,1,2010-10-31 01:32:00,5.000001,17850,United Kingdom
          1002,MUG,RED MUG,1,2010-10-31 23:59:00,3.00,,United Kingdom
          C1003,MUG,RED MUG,-1,2010-11-01 00:00:00,2.75,17850,United Kingdom
          1004,MUG,RED MUG,-1,2010-11-01 10:00:00,3.00,17850,United Kingdom
          1005,MUG,RED MUG,six,2010-11-01 10:00:00,3.00,17850,United Kingdom
          1006,MUG,RED MUG,1,2010-11-01 10:00:00,3.00,17850
          1007,MUG,RED MUG,1,2010-11-01 10:00:00,3.00,17850,United Kingdom,and more
          1008,MUG,RED MUG,1,2010-11-01 10:00:00,0.0000001,17850,United Kingdom
          1009,MUG,RED MUG,1,2010-11-31 10:00:00,3.00,17850,United Kingdom
          1010,MUG,RED MUG,2147483647,2010-11-01 10:00:00,9999999999,17850,United Kingdom
          """;

  private static final LocalDate OCTOBER = LocalDate.of(2010, 10, 31);
  private static final LocalDate NOVEMBER = OCTOBER.plusDays(1);

  @TempDir Path directory;

  @Test
  void salesAreBookedOnTheDayOfTheShop() throws Exception {
    try (FileDatabase key = key(write(FILE))) {
      key.prepare(scope(OCTOBER, NOVEMBER));
      assertThat(
              rows(
                  key,
                  "SELECT day, orders, customers, units, gross_sales, discounts, net_sales, cost_of_goods",
                  "mart.daily_sales"))
          .containsExactly(
              "2010-10-31 2 1 4 14.000001 0.000000 14.000001 8.400001",
              "2010-11-01 0 0 0 0.000000 0.000000 0.000000 0.000000");
      assertThat(
              rows(
                  key,
                  "SELECT day, returned_units, refunds, returned_cost, gross_margin",
                  "mart.daily_sales"))
          .containsExactly(
              "2010-10-31 0 0.000000 0.000000 5.600000",
              "2010-11-01 1 2.750000 1.650000 -1.100000");
      assertThat(rows(key, "SELECT hour, units", "mart.hourly_sales"))
          .containsExactly(
              "2010-10-31 00:00:00+00 3", "2010-10-31 23:00:00+00 1", "2010-11-01 00:00:00+00 0");
      assertThat(rows(key, "SELECT month, product_id, units", "mart.monthly_sales_by_product"))
          .containsExactly("2010-10-01 BOWL 1", "2010-10-01 MUG 3", "2010-11-01 MUG 0");
      assertThat(
              rows(
                  key,
                  "SELECT month, channel, average_order_value",
                  "mart.monthly_sales_by_channel"))
          .containsExactly("2010-10-01 WEBSITE 7.000001", "2010-11-01 WEBSITE null");
    }
  }

  @Test
  void gzippedFileSaysTheSameAndOnlyTheDaysThatAreAskedForAreTold() throws Exception {
    Path packed = directory.resolve("packed.csv.gz");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(packed))) {
      out.write(Files.readAllBytes(write(FILE)));
    }
    try (FileDatabase key = key(packed)) {
      key.prepare(scope(NOVEMBER, NOVEMBER));
      assertThat(rows(key, "SELECT day, refunds", "mart.daily_sales"))
          .containsExactly("2010-11-01 2.750000");
    }
  }

  @Test
  void everythingIsReadOnceEveryInvoiceIsCountedHoweverOften() throws Exception {
    try (FileDatabase key = key(write(FILE))) {
      assertThat(key.isAllOf(Map.of("highstreet.orders", 2L, "highstreet.returns", 1L))).isFalse();
      assertThat(key.isAllOf(Map.of("highstreet.orders", 3L, "highstreet.returns", 1L))).isTrue();
      assertThat(key.isAllOf(Map.of("highstreet.orders", 6L, "highstreet.returns", 2L))).isTrue();
    }
  }

  @Test
  void whileTheJobGoesOnClosedDaysAreCompared() throws Exception {
    try (FileDatabase key = key(write(FILE))) {
      Days days = key.days();
      assertThat(days.lastDayEndedBy(Instant.parse("2010-10-31T23:59:59Z"))).isEmpty();
      assertThat(days.lastDayEndedBy(Instant.parse("2010-11-01T00:00:00Z"))).contains(OCTOBER);
      assertThat(days.lastDayEndedBy(Instant.MAX)).contains(NOVEMBER);
      SalesRun whole = new SalesRun(1, List.of(1L), true, true, Optional.empty());
      assertThat(Scope.of(days, whole, Optional.empty(), Optional.empty()).last())
          .isEqualTo(NOVEMBER);
      assertThatThrownBy(
              () -> Scope.of(days, whole, Optional.of(OCTOBER.minusDays(1)), Optional.empty()))
          .hasMessage("--from is 2010-10-30; the file tells of days 2010-10-31 to 2010-11-01");
    }
  }

  @Test
  void runWithOtherDaysIsRefusedAndOneWithOtherLatenessIsNot() throws Exception {
    try (FileDatabase key = key(write(FILE))) {
      key.refuseOther(new RunRules(1, "Europe/London", 0, 0));
      assertThatThrownBy(() -> key.refuseOther(new RunRules(2, "Asia/Tokyo", 0, 0)))
          .isInstanceOf(CommandException.class)
          .hasMessageStartingWith("run 2 keeps days in Asia/Tokyo");
    }
  }

  @Test
  void fileThatIsOfNoUseIsRefused() throws Exception {
    assertThatThrownBy(() -> key(directory))
        .hasMessageEndingWith("is a folder: give the .csv or .csv.gz file that was replayed");
    assertThatThrownBy(() -> key(directory.resolve("nowhere.csv")))
        .isInstanceOf(CommandException.class)
        .hasMessageEndingWith("nowhere.csv: there is no such file");
    assertThatThrownBy(
            () -> key(write(HEADER.replace("InvoiceNo", "Order").replace("Quantity", "Pieces"))))
        .hasMessageContaining("has no column 'InvoiceNo', 'Quantity'; found: Order, StockCode")
        .hasMessageContaining("verify knows no --columns");
    assertThatThrownBy(() -> key(write(HEADER)))
        .hasMessageContaining("holds no row that can become an event");
    assertThatThrownBy(() -> key(write(FILE.replace("2010-10-31", "1989-10-31"))))
        .hasMessageContaining("begins on 1989-10-31; the answer key knows how clocks change from");
    assertThat(directory.resolve("work")).isEmptyDirectory();
  }

  private Path write(String text) throws IOException {
    return Files.writeString(directory.resolve("file's.csv"), text);
  }

  private FileDatabase key(Path file) throws SQLException {
    return FileDatabase.open(ReplayedFile.at(file, directory.resolve("work")));
  }

  private static Scope scope(LocalDate first, LocalDate last) {
    return new Scope(first, last, true, "", first);
  }

  private static List<String> rows(FileDatabase key, String select, String mart)
      throws SQLException {
    String query = "%s FROM (%s)".formatted(select, AnswerKey.query(mart));
    List<String> rows = new ArrayList<>();
    try (SortedRows sorted = key.rows(query, key.format(query, 1))) {
      for (String row = sorted.next(); row != null; row = sorted.next()) {
        rows.add(row.replace("\u001e", "null").replace('\u001f', ' ').strip());
      }
    }
    return rows;
  }
}
