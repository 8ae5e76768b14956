package dev.highstreet.simulator.calibrate.fit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.highstreet.simulator.calibrate.PastOrder;
import dev.highstreet.simulator.calibrate.PastReturn;
import dev.highstreet.simulator.calibrate.SalesHistory;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReturnMatchingTest {
  private static final LocalDate FIRST = LocalDate.of(2025, 1, 1);
  private static final int ANNA = 0;
  private static final int BEN = 1;
  private static final int MUG = 0;
  private static final int LAMP = 1;
  private static final int RUG = 2;

  @Test
  void goodsBelongToTheLastOrderOfTheirCustomerThatHoldsThem() {
    PastOrder early = order(ANNA, 1, lines(MUG), units(4));
    PastOrder later = order(ANNA, 20, lines(MUG), units(4));
    PastOrder other = order(BEN, 21, lines(MUG), units(4));
    PastOrder after = order(ANNA, 30, lines(MUG), units(4));

    assertThat(match(back(ANNA, 25, lines(MUG), units(1)), early, later, other, after))
        .containsExactly(new MatchedReturn(later, at(25), true, 1, 1, 1, 0, false));
  }

  @Test
  void whatIsTakenBackTogetherBelongsToTheOrderThatHoldsMostOfIt() {
    PastOrder whole = order(ANNA, 1, lines(MUG, LAMP, RUG), units(4, 1, 1));
    PastOrder later = order(ANNA, 20, lines(MUG), units(4));

    assertThat(match(back(ANNA, 25, lines(MUG, LAMP), units(4, 1)), whole, later))
        .containsExactly(new MatchedReturn(whole, at(25), true, 3, 2, 1, 1, false));
  }

  @Test
  void ofOrdersThatHoldAsMuchItIsTheOneAtWhosePricesItIsRefunded() {
    PastOrder dear = order(ANNA, 1, lines(MUG), units(4), 3_000_000);
    PastOrder cheap = order(ANNA, 20, lines(MUG), units(4), 2_000_000);

    assertThat(match(back(ANNA, 25, lines(MUG), units(1), 3_000_000), dear, cheap))
        .extracting(MatchedReturn::order)
        .containsExactly(dear);
  }

  @Test
  void rowsOfOneProductAreOneLine() {
    PastOrder order = order(ANNA, 1, lines(MUG, MUG, LAMP), units(2, 2, 1));

    assertThat(match(back(ANNA, 9, lines(MUG, MUG), units(3, 1)), order))
        .containsExactly(new MatchedReturn(order, at(9), true, 2, 1, 1, 1, false));
  }

  @Test
  void moreThanAnyOrderHeldComesOfSeveral() {
    PastOrder early = order(ANNA, 1, lines(MUG), units(4));
    PastOrder later = order(ANNA, 20, lines(MUG), units(4));

    assertThat(match(back(ANNA, 25, lines(MUG), units(6)), early, later))
        .containsExactly(
            new MatchedReturn(later, at(25), true, 1, 1, 1, 1, true),
            new MatchedReturn(early, at(25), true, 1, 1, 1, 0, false));
  }

  @Test
  void nothingComesBackTwice() {
    PastOrder order = order(ANNA, 1, lines(MUG, LAMP), units(4, 1));
    SalesHistory history =
        history(
            List.of(order),
            List.of(
                back(ANNA, 9, lines(MUG), units(3)),
                back(ANNA, 11, lines(MUG, LAMP), units(1, 1)),
                back(ANNA, 12, lines(MUG), units(1))));

    assertThat(ReturnMatching.of(new Past(history)))
        .containsExactly(
            new MatchedReturn(order, at(9), true, 2, 1, 1, 0, false),
            new MatchedReturn(order, at(11), false, 2, 2, 0, 0, true));
  }

  @Test
  void whatNoOrderHoldsAndWhatGuestsBringBackIsLeftOut() {
    PastOrder order = order(ANNA, 10, lines(MUG), units(4));

    assertThat(match(back(ANNA, 11, lines(LAMP), units(1)), order)).isEmpty();
    assertThat(match(back(ANNA, 9, lines(MUG), units(1)), order)).isEmpty();
    assertThat(match(back(PastOrder.GUEST, 11, lines(MUG), units(1)), order)).isEmpty();
  }

  @Test
  void allOfAnOrderOfSeveralLinesBackWithinDaysIsACancellation() {
    PastOrder order = order(ANNA, 10, lines(MUG, LAMP), units(4, 1));
    PastReturn all = back(ANNA, 12, lines(MUG, LAMP), units(4, 1));
    PastOrder single = order(ANNA, 10, lines(MUG), units(4));

    assertThat(match(all, order)).allMatch(MatchedReturn::isCancellation);
    assertThat(match(back(ANNA, 12, lines(MUG, LAMP), units(4, 1)), single))
        .noneMatch(MatchedReturn::isCancellation);
    assertThat(match(back(ANNA, 12, lines(MUG, LAMP), units(3, 1)), order))
        .noneMatch(MatchedReturn::isCancellation);
    assertThat(match(back(ANNA, 14, lines(MUG, LAMP), units(4, 1)), order))
        .noneMatch(MatchedReturn::isCancellation);
  }

  private static List<MatchedReturn> match(PastReturn back, PastOrder... orders) {
    return ReturnMatching.of(new Past(history(List.of(orders), List.of(back))));
  }

  private static SalesHistory history(List<PastOrder> orders, List<PastReturn> returns) {
    return new SalesHistory(
        ZoneOffset.UTC,
        FIRST,
        FIRST.plusDays(60),
        2,
        Collections.nCopies(3, "P"),
        Collections.nCopies(3, "Things"),
        orders,
        returns);
  }

  private static long at(int day) {
    return FIRST.plusDays(day).atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli();
  }

  private static int[] lines(int... products) {
    return products;
  }

  private static int[] units(int... units) {
    return units;
  }

  private static PastOrder order(int customer, int day, int[] products, int[] units) {
    return order(customer, day, products, units, 1_000_000);
  }

  private static PastOrder order(
      int customer, int day, int[] products, int[] units, long priceMicros) {
    return new PastOrder(customer, at(day), products, units, prices(products, priceMicros));
  }

  private static PastReturn back(int customer, int day, int[] products, int[] units) {
    return back(customer, day, products, units, 1_000_000);
  }

  private static PastReturn back(
      int customer, int day, int[] products, int[] units, long priceMicros) {
    return new PastReturn(customer, at(day), products, units, prices(products, priceMicros));
  }

  private static long[] prices(int[] products, long micros) {
    long[] prices = new long[products.length];
    Arrays.fill(prices, micros);
    return prices;
  }
}
