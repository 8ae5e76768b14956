package dev.highstreet.jobs.enrich;

import static dev.highstreet.jobs.clean.Validation.GREATEST_AMOUNT_MICROS;
import static dev.highstreet.jobs.event.ShopEvents.LANTERN;
import static dev.highstreet.jobs.event.ShopEvents.TEAPOT;
import static dev.highstreet.jobs.event.ShopEvents.WEBSITE;
import static dev.highstreet.jobs.event.ShopEvents.micros;
import static dev.highstreet.jobs.event.ShopEvents.sale;
import static dev.highstreet.jobs.event.ShopEvents.takenBack;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import dev.highstreet.jobs.clean.Fault;
import dev.highstreet.jobs.clean.Fault.Stage;
import dev.highstreet.jobs.clean.Reason;
import dev.highstreet.jobs.clean.Screened;
import dev.highstreet.jobs.enrich.Catalogue.Facts;
import dev.highstreet.jobs.enrich.Catalogue.Name;
import dev.highstreet.jobs.event.TransactionBuilder;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BookingTest {
  private final Map<Name, Facts> known = new HashMap<>();

  @BeforeEach
  void publish() {
    known.put(Catalogue.store(WEBSITE), new Facts("WEBSITE", 0));
    known.put(Catalogue.product(TEAPOT, 1), new Facts("KITCHEN", micros("1.20")));
    known.put(Catalogue.product(TEAPOT, 2), new Facts("HOME", micros("1.35")));
    known.put(Catalogue.product(LANTERN, 1), new Facts("GARDEN", micros("0.30")));
  }

  @Test
  void lineIsBookedWithTheRevisionThatItNames() throws Exception {
    Booking booking =
        book(
            sale("1001")
                .line(TEAPOT, 2, 1, "2.55", "0")
                .line(TEAPOT, 1, 1, "2.55", "0")
                .line(LANTERN, 1, "0.85"));
    assertThat(booking.isComplete()).isTrue();
    assertThat(booking.faults()).isEmpty();
    assertThat(booking.booked().channel()).isEqualTo("WEBSITE");
    assertThat(booking.booked().lines())
        .extracting(BookedLine::category, BookedLine::unitCostMicros)
        .containsExactly(
            tuple("HOME", micros("1.35")),
            tuple("KITCHEN", micros("1.20")),
            tuple("GARDEN", micros("0.30")));
  }

  @Test
  void measuresOfASaleAddUpItsLines() throws Exception {
    BookedTransaction booked =
        book(sale("1001").line(TEAPOT, 1, 6, "2.55", "1.30").line(LANTERN, 2, "0.85")).booked();
    assertThat(booked.units()).isEqualTo(8);
    assertThat(booked.grossMicros()).isEqualTo(micros("17.00"));
    assertThat(booked.discountMicros()).isEqualTo(micros("1.30"));
    assertThat(booked.netMicros()).isEqualTo(micros("15.70"));
    assertThat(booked.costMicros()).isEqualTo(micros("7.80"));
    assertThat(booked.quarantinedLines()).isZero();
  }

  @Test
  void returnedLineHasCostButNoSales() throws Exception {
    BookedTransaction booked = book(takenBack("R1").line(TEAPOT, 2, "5.10")).booked();
    assertThat(booked.costMicros()).isEqualTo(micros("2.40"));
    assertThat(booked.grossMicros()).isZero();
    assertThat(booked.netMicros()).isZero();
  }

  @Test
  void onlyTheLineWithTheUnknownRevisionIsAtFaultAndItMayStillCome() throws Exception {
    Booking booking = book(sale("1001").line(TEAPOT, 3, 1, "2.55", "0").line(LANTERN, 1, "0.85"));
    assertThat(booking.isComplete()).isFalse();
    assertThat(booking.faults())
        .containsExactly(
            new Fault(
                Stage.ENRICH,
                1,
                Reason.UNKNOWN_PRODUCT,
                "product teapot, revision 3, has not been published"));
    assertThat(booking.booked().lines()).hasSize(1);
    assertThat(booking.booked().quarantinedLines()).isEqualTo(1);
  }

  @Test
  void transactionIsAtFaultAsAWholeWhenNoProductIsKnown() throws Exception {
    Booking booking = book(sale("1001").line("kite", 1, "9.95").line("drum", 1, "9.95"));
    assertThat(booking.booked()).isNull();
    assertThat(booking.isComplete()).isFalse();
    assertThat(text(booking))
        .containsExactly("0 NO_LINES_LEFT", "1 UNKNOWN_PRODUCT", "2 UNKNOWN_PRODUCT");
  }

  @Test
  void transactionInAnUnknownStoreIsAtFaultAsAWhole() throws Exception {
    Booking booking = book(sale("1001").in("kiosk"));
    assertThat(booking.booked()).isNull();
    assertThat(booking.isComplete()).isFalse();
    assertThat(booking.faults())
        .containsExactly(
            new Fault(Stage.ENRICH, 0, Reason.UNKNOWN_STORE, "store kiosk has not been published"));
  }

  @Test
  void faultsFoundEarlierAreKeptInTheOrderOfTheirLines() throws Exception {
    TransactionBuilder sale =
        sale("1001").line("kite", 1, "9.95").line(TEAPOT, -1, "2.55").line(LANTERN, 1, "0.85");
    Fault earlier = new Fault(Stage.CLEAN, 2, Reason.NON_POSITIVE_QUANTITY, "quantity is -1");
    assertThat(text(book(sale, earlier)))
        .containsExactly("1 UNKNOWN_PRODUCT", "2 NON_POSITIVE_QUANTITY");
    assertThat(text(book(sale.in("kiosk"), earlier)))
        .containsExactly("0 UNKNOWN_STORE", "2 NON_POSITIVE_QUANTITY");
  }

  @Test
  void lineThatIsAtFaultAlreadyIsNotWaitedFor() throws Exception {
    Booking booking =
        book(
            sale("1001").line("kite", -1, "9.95").line(LANTERN, 1, "0.85"),
            new Fault(Stage.CLEAN, 1, Reason.NON_POSITIVE_QUANTITY, "quantity is -1"));
    assertThat(booking.isComplete()).isTrue();
    assertThat(text(booking)).containsExactly("1 NON_POSITIVE_QUANTITY");
  }

  @Test
  void lineMayCostTheGreatestAmountAndNoMore() throws Exception {
    known.put(Catalogue.product("ship", 1), new Facts("TOYS", GREATEST_AMOUNT_MICROS / 4));
    assertThat(text(book(sale("1001").line("ship", 4, "0.01")))).isEmpty();
    Booking tooCostly = book(sale("1002").line("ship", 5, "0.01").line(LANTERN, 1, "0.85"));
    assertThat(text(tooCostly)).containsExactly("1 AMOUNT_OUT_OF_RANGE");
    assertThat(tooCostly.faults().get(0).detail())
        .isEqualTo(
            "5 units at a cost of 25000000000000 micros come to more than 100000000000000 micros");
    assertThat(tooCostly.isComplete()).isTrue();
  }

  @Test
  void linesMayCostTheGreatestAmountTogetherAndNoMore() throws Exception {
    known.put(Catalogue.product("ship", 1), new Facts("TOYS", GREATEST_AMOUNT_MICROS / 2));
    TransactionBuilder ships = sale("1001").line("ship", 1, "0.01").line("ship", 1, "0.01");
    assertThat(text(book(ships))).isEmpty();
    Booking tooCostly = book(ships.line(LANTERN, 1, "0.85"));
    assertThat(tooCostly.booked()).isNull();
    assertThat(text(tooCostly)).containsExactly("0 AMOUNT_OUT_OF_RANGE");
    assertThat(text(book(takenBack("R1").line("ship", 3, "0.01").line("ship", 2, "0.01"))))
        .as("a line at fault costs nothing")
        .containsExactly("1 AMOUNT_OUT_OF_RANGE");
  }

  private Booking book(TransactionBuilder transaction, Fault... faults) throws Exception {
    return Booking.of(
        new Screened(transaction.arrival(), List.of(faults)),
        name -> Optional.ofNullable(known.get(name)));
  }

  private static List<String> text(Booking booking) {
    return booking.faults().stream().map(fault -> fault.line() + " " + fault.reason()).toList();
  }
}
