package dev.highstreet.simulator.calibrate.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import dev.highstreet.simulator.calibrate.PastOrder;
import dev.highstreet.simulator.calibrate.PastReturn;
import dev.highstreet.simulator.calibrate.SalesHistory;
import dev.highstreet.simulator.transactions.Columns;
import dev.highstreet.simulator.transactions.ColumnsFile;
import dev.highstreet.simulator.transactions.UnusableFileException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HistoryFileTest {
  private static final String HEADER =
      "InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country\n";
  private static final String GOOD = "1,31002,RED MUG,6,2011-06-03 09:00:00,2.95,17850.0,UK\n";

  @TempDir Path folder;

  @Test
  void invoiceIsAnOrderWithItsLinesAtItsEarliestTime() throws Exception {
    SalesHistory history =
        history(
            GOOD
                + "1,31003,BLUE MUG,12,2011-06-03 08:59:00,0.5,17850.0,UK\n"
                + "2,31002,RED MUG,1,2011-06-04 10:00:00,2.95,,UK\n");
    PastOrder order = history.orders().get(0);
    assertThat(order.at()).isEqualTo(Instant.parse("2011-06-03T07:59:00Z").toEpochMilli());
    assertThat(order.customer()).isZero();
    assertThat(order.quantities()).containsExactly(6, 12);
    assertThat(order.pricesMicros()).containsExactly(2_950_000, 500_000);
    assertThat(history.products()).containsExactly("31002", "31003");
    assertThat(history.orders().get(1).products()).containsExactly(0);
    assertThat(history.orders().get(1).customer()).isEqualTo(PastOrder.GUEST);
    assertThat(history.customers()).isEqualTo(1);
    assertThat(history.first()).isEqualTo(LocalDate.of(2011, 6, 3));
    assertThat(history.last()).isEqualTo(LocalDate.of(2011, 6, 4));
  }

  @Test
  void cancellationIsAReturnOfPositiveQuantities() throws Exception {
    SalesHistory history =
        history(
            GOOD
                + "C2,31002,RED MUG,-2,2011-06-05 09:00:00,2.95,17850.0,UK\n"
                + "C3,99999,OLD MUG,-1,2011-06-02 09:00:00,1.00,12000.0,UK\n");
    PastReturn stranger = history.returns().get(0);
    assertThat(stranger.customer()).isEqualTo(PastOrder.GUEST); // bought nothing in the file
    PastReturn back = history.returns().get(1);
    assertThat(back.customer()).isZero();
    assertThat(back.quantities()).containsExactly(2);
    assertThat(back.pricesMicros()).containsExactly(2_950_000);
    assertThat(history.products()).containsExactly("31002", "99999");
    assertThat(history.first()).isEqualTo(LocalDate.of(2011, 6, 3)); // of orders alone
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2,,RED MUG,1,2011-06-03 09:00:00,2.95,,UK | MISSING_FIELD",
        "2,31002,RED MUG,0,2011-06-03 09:00:00,2.95,,UK | NON_POSITIVE_QUANTITY",
        "2,31002,RED MUG,-5,2011-06-03 09:00:00,2.95,,UK | NON_POSITIVE_QUANTITY",
        "C2,31002,RED MUG,5,2011-06-03 09:00:00,2.95,,UK | NON_POSITIVE_QUANTITY",
        "2,31002,RED MUG,1,2011-06-03 09:00:00,0,,UK | NON_POSITIVE_PRICE",
        "2,31002,RED MUG,1,2011-06-03 09:00:00,-2.95,,UK | NON_POSITIVE_PRICE",
        "2,31002,RED MUG,2000000000,2011-06-03 09:00:00,2.95,,UK | AMOUNT_OUT_OF_RANGE",
        "2,31002,RED MUG,99999999999,2011-06-03 09:00:00,2.95,,UK | QUANTITY_OUT_OF_RANGE",
        "2,31002,RED MUG,six,2011-06-03 09:00:00,2.95,,UK | UNPARSEABLE_QUANTITY",
        "2,31002,RED MUG,1,03/06/2011,2.95,,UK | UNPARSEABLE_TIME",
        "2,31002,RED MUG,1,2011-06-03 09:00:00,dear,,UK | UNPARSEABLE_PRICE",
        ",31002,RED MUG,1,2011-06-03 09:00:00,2.95,,UK | EMPTY_INVOICE",
        "2,31002 | WRONG_FIELD_COUNT",
      })
  void badRowIsLeftOutAndCountedByReason(String row, String reason) throws Exception {
    HistoryReading reading = read(HEADER + GOOD + row + "\n" + GOOD);
    assertThat(reading.droppedByReason()).containsExactly(entry(reason, 1L));
    assertThat(reading.rows()).isEqualTo(3);
    assertThat(reading.history().orders()).hasSize(1);
    assertThat(reading.history().orders().get(0).lines()).isEqualTo(2);
  }

  @Test
  void mostFrequentReasonComesFirst() throws Exception {
    HistoryReading reading =
        read(
            HEADER
                + GOOD
                + "2,31002,RED MUG,0,2011-06-03 09:00:00,2.95,,UK\n"
                + "2,31002\n".repeat(2));
    assertThat(reading.droppedByReason())
        .containsExactly(entry("WRONG_FIELD_COUNT", 2L), entry("NON_POSITIVE_QUANTITY", 1L));
  }

  @Test
  void categoryIsTheNewestInTheFileOrDerivedFromTheNewestDescription() throws Exception {
    Columns columns = columns("category=Department");
    HistoryReading reading =
        read(
            HEADER.replace("Country", "Country,Department")
                + "1,1,RED MUG,6,2011-06-03 09:00:00,2.95,,UK,\n"
                + "2,2,RED MUG,6,2011-06-04 09:00:00,2.95,,UK,Tools\n"
                + "3,2,RED MUG,6,2011-06-03 09:00:00,2.95,,UK,Toys\n"
                + "4,1,damaged,-6,2011-06-05 09:00:00,0,,UK,\n",
            columns);
    assertThat(reading.history().products()).containsExactly("1", "2");
    assertThat(reading.history().categories()).containsExactly("Kitchen & Dining", "Tools");
  }

  @Test
  void countriesAreThoseOfCustomersFirstOrders() throws Exception {
    HistoryReading reading =
        read(
            HEADER
                + GOOD
                + "2,31002,RED MUG,1,2011-06-04 09:00:00,2.95,17850,France\n"
                + "3,31002,RED MUG,1,2011-06-04 09:00:00,2.95,2,Spain\n"
                + "4,31002,RED MUG,1,2011-06-04 09:00:00,2.95,3,Spain\n"
                + "5,31002,RED MUG,1,2011-06-04 09:00:00,2.95,,Italy\n");
    assertThat(reading.countries()).containsExactly(entry("Spain", 2L), entry("UK", 1L));
  }

  @Test
  void countriesOfOrdersDoWhereNoCustomerIsKnown() throws Exception {
    HistoryReading reading = read(HEADER + "5,1,MUG,1,2011-06-04 09:00:00,2.95,,Italy\n");
    assertThat(reading.countries()).containsExactly(entry("Italy", 1L));
  }

  @Test
  void linesOfAnInvoiceNeedNotFollowOneAnother() throws Exception {
    SalesHistory history =
        history(
            GOOD
                + "2,31002,RED MUG,1,2011-06-01 10:00:00,2.95,,UK\n"
                + "1,31003,BLUE MUG,12,2011-06-03 09:00:00,0.5,,UK\n");
    assertThat(history.orders()).extracting(PastOrder::lines).containsExactly(1, 2);
  }

  @Test
  void anotherShopsFileIsReadByItsColumns() throws Exception {
    Columns columns =
        columns(
            """
            invoice=Bon
            product=Artikel
            description=
            quantity=Menge
            time=Tag
            timeFormat=d.M.yyyy
            price=Preis
            customer=
            country=
            separator=;
            """);
    HistoryReading reading = read("Preis;Menge;Tag;Artikel;Bon\n4.5;2;3.1.2011;A1;1\n", columns);
    assertThat(reading.history().orders()).hasSize(1);
    assertThat(reading.history().customers()).isZero();
    assertThat(reading.countries()).isEmpty();
    assertThat(reading.history().categories()).containsExactly("Other");
  }

  @Test
  void orderOfManyLinesIsWhole() throws Exception {
    String lines =
        IntStream.range(0, 1_000)
            .mapToObj("1,P%d,MUG,1,2011-06-03 09:00:00,2.95,,UK\n"::formatted)
            .collect(Collectors.joining());
    assertThat(history(lines).orders().get(0).lines()).isEqualTo(1_000);
  }

  @Test
  void fileOfBadRowsOnlyIsRefusedWithTheirReasons() {
    assertThatThrownBy(
            () ->
                read(
                    HEADER
                        + "2,31002\n".repeat(2)
                        + "C2,31002,RED MUG,-5,2011-06-03 09:00:00,2.95,,UK\n"
                        + "3,31002,RED MUG,1,2011-06-03 09:00:00,0,,UK\n"))
        .isInstanceOf(UnusableFileException.class)
        .hasMessage(
            "none of the 4 rows of %s is a sale to learn from; left out: WRONG_FIELD_COUNT 2,"
                + " NON_POSITIVE_PRICE 1; line 2: 2 fields, but the header has 8",
            folder.resolve("shop.csv"));
  }

  @Test
  void fileWhosePricesAreWrittenOtherwiseIsRefusedWithAnExample() {
    assertThatThrownBy(() -> read(HEADER + "2,1,MUG,5,2011-06-03 09:00:00,£2.95,,UK\n".repeat(9)))
        .hasMessage(
            "none of the 9 rows of %s is a sale to learn from; left out: UNPARSEABLE_PRICE 9; line"
                + " 2: price '£2.95' is no decimal number",
            folder.resolve("shop.csv"));
  }

  @Test
  void fileOfReturnsOnlyIsRefused() {
    assertThatThrownBy(() -> read(HEADER + "C2,1,MUG,-5,2011-06-03 09:00:00,2.95,,UK\n"))
        .hasMessage(
            "none of the 1 rows of %s is a sale to learn from; left out: nothing, all came back",
            folder.resolve("shop.csv"));
  }

  @Test
  void dateThatStretchesThePeriodOverALifetimeIsRefused() {
    assertThatThrownBy(
            () -> read(HEADER + GOOD + "2,31002,RED MUG,1,2111-06-03 09:00:00,2.95,,UK\n"))
        .hasMessage(
            "%s has orders from 2011-06-03 to 2111-06-03, but at most 50 years are taken: look for"
                + " a mistyped date, or set timeFormat with --columns FILE",
            folder.resolve("shop.csv"));
  }

  private SalesHistory history(String rows) throws Exception {
    return read(HEADER + rows).history();
  }

  private HistoryReading read(String text) throws Exception {
    return read(text, Columns.onlineRetail());
  }

  private HistoryReading read(String text, Columns columns) throws Exception {
    Path file = Files.writeString(folder.resolve("shop.csv"), text);
    return HistoryFile.read(file, columns, ZoneId.of("Europe/London"));
  }

  private Columns columns(String text) throws UnusableFileException, IOException {
    return ColumnsFile.read(Files.writeString(folder.resolve("columns.properties"), text));
  }
}
