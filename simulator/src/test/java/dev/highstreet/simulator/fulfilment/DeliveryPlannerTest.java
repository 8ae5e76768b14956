package dev.highstreet.simulator.fulfilment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.highstreet.simulator.market.BankHolidays;
import dev.highstreet.simulator.profile.FulfilmentProfile;
import dev.highstreet.simulator.warehouse.WorkingDays;
import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class DeliveryPlannerTest {
  private static final FulfilmentProfile PRIORS = FulfilmentProfile.priors();
  private static final long YEAR = 365 * 86_400_000L;
  private static final long START = Rehearsal.startOf(Rehearsal.FIRST);

  private final WorkingDays days =
      new WorkingDays(Rehearsal.LONDON, Rehearsal.FIRST, BankHolidays::isHoliday);
  private final DeliveryPlanner planner = new DeliveryPlanner(PRIORS, days, 1);

  @Property
  void stepsFollowEachOtherAndNobodyWorksOnADayOff(
      @ForAll long entity,
      @ForAll @LongRange(min = 0, max = YEAR) long paid,
      @ForAll @IntRange(min = 1, max = 3) int parcels,
      @ForAll boolean abroad) {
    Delivery delivery = planner.plan(entity, START + paid, parcels, abroad);

    assertThat(delivery.confirmedAt()).isGreaterThan(START + paid);
    for (int i = 0; i < parcels; i++) {
      assertThat(delivery.packedAt()[i]).isGreaterThan(delivery.confirmedAt());
      assertThat(delivery.shippedAt()[i]).isGreaterThan(delivery.packedAt()[i]);
      assertThat(delivery.deliveredAt()[i]).isGreaterThan(delivery.shippedAt()[i]);
      assertThat(LongStream.of(delivery.packedAt()[i], delivery.shippedAt()[i]))
          .allMatch(time -> days.isWorked(days.dayOf(time)));
      assertThat(days.isWorked(days.dayOf(delivery.deliveredAt()[i]))).isTrue();
      if (delivery.isCancelled()) {
        assertThat(delivery.cancelledAt())
            .isBetween(delivery.confirmedAt() + 1, delivery.shippedAt()[i] - 1);
      }
    }
    assertThat(days.isWorked(days.dayOf(delivery.promisedBy()))).isTrue();
    assertThat(delivery.promisedBy()).isGreaterThan(delivery.confirmedAt());
  }

  @Test
  void asManyOrdersAreLateAndCancelledAsTheProfileSays() {
    int orders = 100_000;
    int late = 0;
    int cancelled = 0;
    for (int order = 0; order < orders; order++) {
      Delivery delivery = planner.plan(order, START + order * 300_000L, 1 + order % 3, false);
      late += delivery.completeAt() > delivery.promisedBy() ? 1 : 0;
      cancelled += delivery.isCancelled() ? 1 : 0;
    }

    assertThat(late / (double) orders).isCloseTo(PRIORS.lateShare(), fiveErrors(orders, 0.081));
    assertThat(cancelled / (double) orders)
        .isCloseTo(PRIORS.cancelledShare(), fiveErrors(orders, 0.006));
  }

  @Test
  void goodsForAbroadGoWithACarrierThatGoesThere() {
    assertThat(planner.plan(1, START, 1, true).carrier()).isEqualTo("Dover Strait Freight");
    assertThat(LongStream.range(0, 500).mapToObj(order -> planner.plan(order, START, 1, false)))
        .extracting(Delivery::carrier)
        .doesNotContain("Dover Strait Freight")
        .contains("Pennine Parcels", "Swiftmile");
  }

  @Test
  void sameSeedAndOrderTravelAlike() {
    DeliveryPlanner again = new DeliveryPlanner(PRIORS, days, 1);
    DeliveryPlanner other = new DeliveryPlanner(PRIORS, days, 2);

    assertThat(again.plan(9, START, 2, false).deliveredAt())
        .isEqualTo(planner.plan(9, START, 2, false).deliveredAt())
        .isNotEqualTo(other.plan(9, START, 2, false).deliveredAt());
  }

  private static Offset<Double> fiveErrors(int n, double p) {
    return within(5 * Math.sqrt(p * (1 - p) / n));
  }
}
