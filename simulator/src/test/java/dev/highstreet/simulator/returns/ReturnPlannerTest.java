package dev.highstreet.simulator.returns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.highstreet.schemas.PaymentMethod;
import dev.highstreet.simulator.engine.OrderDraft;
import dev.highstreet.simulator.engine.PlacedOrder;
import dev.highstreet.simulator.fulfilment.Rehearsal;
import dev.highstreet.simulator.profile.Origin;
import dev.highstreet.simulator.profile.ReturnHandling;
import dev.highstreet.simulator.profile.Returns;
import dev.highstreet.simulator.shopper.Purchase;
import dev.highstreet.simulator.warehouse.WorkingDays;
import java.util.Arrays;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class ReturnPlannerTest {
  private static final long DAY = 86_400_000;
  private static final Rehearsal WORLD = new Rehearsal(1, 9);
  private static final WorkingDays DAYS = WORLD.days();
  private static final long ORDERED = Rehearsal.startOf(Rehearsal.FIRST) + DAY / 2;
  // 35 % on average, as fashion has it
  private static final Returns HABITS =
      new Returns(Origin.assumed("for this test"), 0.7, 1.3, 0.1, 0.33, 9.4, 1.53);
  private static final int FASHION = 0;
  private static final int ELECTRONICS = 1;
  private static final int HOME = 2;
  private static final int ORDERS = 20_000;

  @Test
  void asManyOrdersComeBackAsTheCategoryHasIt() {
    ReturnPlanner planner = planner(ReturnHandling.consumerPriors());

    assertThat(share(planner, FASHION)).isCloseTo(0.35, fiveErrors(0.35));
    assertThat(share(planner, ELECTRONICS)).isCloseTo(0.115, fiveErrors(0.115));
    assertThat(share(planner, HOME)).isCloseTo(0.075, fiveErrors(0.075));
  }

  @Test
  void withoutCategoriesTheMeanPropensityDecides() {
    assertThat(share(planner(ReturnHandling.priors()), HOME)).isCloseTo(0.35, fiveErrors(0.35));
  }

  @Test
  void someCustomersReturnMuchMoreThanOthers() {
    ReturnPlanner planner = planner(ReturnHandling.priors());
    int[] returns = new int[200];
    for (int customer = 0; customer < returns.length; customer++) {
      for (int i = 0; i < 50; i++) {
        PlacedOrder order = order(customer * 1_000L + i, customer, FASHION);
        returns[customer] += planner.plan(order, ORDERED).isEmpty() ? 0 : 1;
      }
    }

    assertThat(returns).contains(0);
    assertThat(Arrays.stream(returns).max().orElseThrow()).isGreaterThan(40);
  }

  @Test
  void lagIsLognormalFromTheOrderAndNeverBeforeDelivery() {
    ReturnPlanner planner = planner(ReturnHandling.priors());
    long delivered = ORDERED + 2 * DAY;
    int before = 0;
    int all = 0;
    for (int i = 0; i < ORDERS; i++) {
      List<PlannedReturn> planned = planner.plan(order(i, i, FASHION), delivered);
      if (!planned.isEmpty()) {
        long at = planned.get(0).at();
        assertThat(at).isGreaterThan(delivered);
        assertThat(DAYS.isWorked(DAYS.dayOf(at))).isTrue();
        all++;
        before += at < ORDERED + (long) (9.4 * DAY) ? 1 : 0;
      }
    }

    // weekends push some beyond the median
    assertThat(before / (double) all).isBetween(0.42, 0.5);
  }

  @Test
  void nothingComesBackTwiceEvenWhenThereIsASecondReturn() {
    ReturnHandling handling =
        new ReturnHandling(
            Origin.assumed("for this test"),
            List.of(),
            1,
            365,
            1,
            ReturnHandling.priors().reasons());
    ReturnPlanner planner = planner(handling);
    int second = 0;
    for (int i = 0; i < 2_000; i++) {
      int left = 4;
      for (PlannedReturn planned : planner.plan(order(i, i, FASHION), ORDERED)) {
        left -= Arrays.stream(planned.quantities()).sum();
        assertThat(Arrays.stream(planned.quantities()).min().orElseThrow()).isPositive();
      }
      assertThat(left).isNotNegative();
      second += planner.plan(order(i, i, FASHION), ORDERED).size() > 1 ? 1 : 0;
    }

    assertThat(second).isGreaterThan(100);
  }

  @Test
  void guestsAreSomebodyElseEachTime() {
    ReturnPlanner planner = planner(ReturnHandling.priors());
    int back = 0;
    for (int i = 0; i < ORDERS; i++) {
      back += planner.plan(order(i, Purchase.GUEST, FASHION), ORDERED).isEmpty() ? 0 : 1;
    }

    assertThat(back / (double) ORDERS).isCloseTo(0.35, fiveErrors(0.35));
  }

  private static double share(ReturnPlanner planner, int product) {
    int back = 0;
    for (int i = 0; i < ORDERS; i++) {
      back += planner.plan(order(i, i, product), ORDERED).isEmpty() ? 0 : 1;
    }
    return back / (double) ORDERS;
  }

  private static Offset<Double> fiveErrors(double p) {
    return within(5 * Math.sqrt(p * (1 - p) / ORDERS));
  }

  private static ReturnPlanner planner(ReturnHandling handling) {
    return new ReturnPlanner(HABITS, handling, DAYS, WORLD);
  }

  /** Four of one thing. */
  private static PlacedOrder order(long entity, int customer, int product) {
    OrderDraft draft =
        new OrderDraft(
            entity,
            customer,
            Rehearsal.WEBSITE,
            ORDERED,
            new int[] {product},
            new int[] {4},
            new long[1],
            PaymentMethod.CARD,
            null,
            null,
            null,
            Rehearsal.HOME,
            Rehearsal.HOME);
    return new PlacedOrder(
        entity,
        entity,
        "O" + entity,
        draft,
        draft.products(),
        new int[] {1},
        draft.quantities(),
        new long[] {1_000_000},
        new long[1],
        4_000_000,
        0,
        null);
  }
}
