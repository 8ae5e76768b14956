package dev.highstreet.jobs.sales;

import static dev.highstreet.jobs.clean.Validation.GREATEST_AMOUNT_MICROS;
import static dev.highstreet.jobs.event.ShopEvents.ALICE;
import static dev.highstreet.jobs.event.ShopEvents.BOB;
import static dev.highstreet.jobs.event.ShopEvents.LANTERN;
import static dev.highstreet.jobs.event.ShopEvents.TEAPOT;
import static dev.highstreet.jobs.event.ShopEvents.micros;
import static dev.highstreet.jobs.event.ShopEvents.sale;
import static dev.highstreet.jobs.event.ShopEvents.takenBack;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.highstreet.jobs.enrich.Booked;
import dev.highstreet.jobs.enrich.BookedTransaction;
import dev.highstreet.jobs.event.TransactionBuilder;
import java.util.List;
import org.junit.jupiter.api.Test;

class SalesTotalsTest {
  private static final TransactionBuilder SALE =
      sale("1001").by(ALICE).line(TEAPOT, 1, 6, "2.55", "1.30").line(LANTERN, 2, "0.85");
  private static final TransactionBuilder RETURN = takenBack("R1").by(BOB).line(TEAPOT, 2, "5.00");

  @Test
  void saleAddsToSalesAndToNothingElse() {
    SalesTotals totals = of(SALE);
    assertThat(totals.orders).isEqualTo(1);
    assertThat(totals.customers).containsExactly(ALICE);
    assertThat(totals.units).isEqualTo(8);
    assertThat(totals.grossMicros).isEqualTo(micros("17.00"));
    assertThat(totals.discountMicros).isEqualTo(micros("1.30"));
    assertThat(totals.netMicros).isEqualTo(micros("15.70"));
    assertThat(totals.costMicros).isEqualTo(micros("7.80"));
    assertThat(List.of(totals.returnedUnits, totals.refundMicros, totals.returnedCostMicros))
        .containsOnly(0L);
  }

  @Test
  void returnAddsToRefundsAndIsNeitherAnOrderNorACustomer() {
    SalesTotals totals = of(RETURN);
    assertThat(totals.returnedUnits).isEqualTo(2);
    assertThat(totals.refundMicros).isEqualTo(micros("5.00"));
    assertThat(totals.returnedCostMicros).isEqualTo(micros("2.40"));
    assertThat(totals.customers).isEmpty();
    assertThat(
            List.of(
                totals.orders,
                totals.units,
                totals.grossMicros,
                totals.discountMicros,
                totals.netMicros,
                totals.costMicros))
        .containsOnly(0L);
  }

  @Test
  void guestsOrderCountsButNotAsACustomers() {
    SalesTotals totals = of(sale("1001").byGuest());
    assertThat(totals.orders).isEqualTo(1);
    assertThat(totals.customers).isEmpty();
  }

  @Test
  void customerOfManyOrdersIsOne() {
    SalesTotals totals = of(sale("1001").by(ALICE));
    totals.add(partial(sale("1002").by(ALICE), sale("1003").by(BOB), sale("1004").by(BOB)));
    assertThat(totals.orders).isEqualTo(4);
    assertThat(totals.customers).containsExactlyInAnyOrder(ALICE, BOB);
  }

  @Test
  void addedTotalsAreThoseOfAllTransactionsTogether() {
    SalesTotals sum = of(SALE);
    sum.add(partial(RETURN));
    sum.add(partial(sale("1002").by(BOB)));
    assertThat(sum).usingRecursiveComparison().isEqualTo(of(SALE, RETURN, sale("1002").by(BOB)));
  }

  @Test
  void addingDoesNotChangeWhatIsAdded() {
    SalesPartial added = partial(SALE);
    of(sale("1002").by(BOB)).add(added);
    assertThat(added).usingRecursiveComparison().isEqualTo(partial(SALE));
  }

  @Test
  void sumThatLeavesTheRangeFailsInsteadOfLying() {
    SalesPartial most = partial(sale("1001").line(TEAPOT, 1, "100000000.00"));
    assertThat(most.grossMicros).isEqualTo(GREATEST_AMOUNT_MICROS);
    SalesTotals huge = new SalesTotals();
    huge.grossMicros = Long.MAX_VALUE - GREATEST_AMOUNT_MICROS + 1;
    assertThatThrownBy(() -> huge.add(most)).isInstanceOf(ArithmeticException.class);
  }

  private static SalesTotals of(TransactionBuilder... builders) {
    SalesTotals totals = new SalesTotals();
    totals.add(partial(builders));
    return totals;
  }

  private static SalesPartial partial(TransactionBuilder... builders) {
    SalesPartial partial = new SalesPartial();
    for (TransactionBuilder builder : builders) {
      BookedTransaction booked = Booked.of(builder);
      partial.addOrder(booked);
      booked.lines().forEach(line -> partial.addLine(booked, line));
    }
    return partial;
  }
}
