package dev.highstreet.simulator.calibrate.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.highstreet.simulator.calibrate.PastOrder;
import dev.highstreet.simulator.calibrate.SalesHistory;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

class PortraitTest {
  private static final ZoneId LONDON = ZoneId.of("Europe/London");

  @Test
  void orderIsWorthWhatItsLinesComeTo() {
    Portrait portrait =
        portrait(1, order(0, "2011-03-01T10:00", new int[] {2, 3}, 1_500_000, 2_000_000));
    assertThat(portrait.orderValue().quantile(0.5)).isEqualTo(9);
    assertThat(portrait.orderLines().quantile(0.5)).isEqualTo(2);
    assertThat(portrait.orderUnits().quantile(0.5)).isEqualTo(5);
    assertThat(portrait.lineQuantity().quantile(1)).isEqualTo(3);
    assertThat(portrait.linePrice().quantile(0)).isEqualTo(1.5);
  }

  @Test
  void guestsAreNotInThePicture() {
    Portrait portrait =
        portrait(1, order(0, "2011-03-01T10:00"), order(PastOrder.GUEST, "2011-03-02T10:00"));
    assertThat(portrait.orders()).isEqualTo(1);
    assertThat(portrait.lineQuantity().size()).isEqualTo(1);
  }

  @Test
  void hoursAndMonthsAreLocalToTheShop() {
    // summer time: 23:30 UTC on Sunday 31 July is 00:30 on Monday 1 August
    Portrait portrait = portrait(1, order(0, "2011-08-01T00:30"));
    assertThat(portrait.hoursOfWeek().of(0)).isEqualTo(1);
    assertThat(portrait.months().of(7)).isEqualTo(1);
    assertThat(portrait.months().places()).isEqualTo(12);
  }

  @Test
  void gapsAreDaysAndEachCustomerWeighsTheSame() {
    Portrait portrait =
        portrait(
            3,
            order(0, "2011-03-01T10:00"),
            order(1, "2011-03-01T11:00"),
            order(2, "2011-03-01T12:00"),
            order(0, "2011-03-02T09:00"),
            order(0, "2011-03-03T09:00"),
            order(1, "2011-03-11T09:00"));
    Sample gaps = portrait.visits().gaps();
    assertThat(gaps.size()).isEqualTo(3);
    assertThat(gaps.shareUpTo(1)).isCloseTo(0.5, within(1e-12)); // twice 1 day, for one customer
    assertThat(gaps.quantile(1)).isEqualTo(10);
  }

  @Test
  void recencyIsCountedToTheLastDayOfThePeriod() {
    Portrait portrait = portrait(3, order(0, "2011-01-01T10:00"), order(2, "2011-12-30T23:00"));
    assertThat(portrait.visits().recency().quantile(0)).isEqualTo(1);
    assertThat(portrait.visits().recency().quantile(1)).isEqualTo(364);
    assertThat(portrait.visits().recency().size()).isEqualTo(2); // customer 1 never came
  }

  @Test
  void whoComesTwiceBuysAgain() {
    Portrait portrait =
        portrait(
            2,
            order(0, "2011-03-01T10:00"),
            order(1, "2011-03-01T10:00"),
            order(1, "2011-03-01T10:05"));
    assertThat(portrait.visits().repeatRate()).isEqualTo(0.5);
    assertThat(portrait.visits().orders().quantile(1)).isEqualTo(2);
    assertThat(portrait.visits().spend().quantile(1)).isEqualTo(2);
  }

  @Test
  void basketsAreTheSameInAnyOrderOfLines() {
    Portrait portrait =
        portrait(
            1,
            new PastOrder(0, 0, new int[] {0, 1}, new int[] {5, 6}, new long[] {1, 1}),
            new PastOrder(0, 0, new int[] {1, 0}, new int[] {6, 5}, new long[] {9, 9}),
            new PastOrder(0, 0, new int[] {1, 0}, new int[] {5, 6}, new long[] {1, 1}),
            new PastOrder(0, 0, new int[] {1}, new int[] {5}, new long[] {1}));
    long[] baskets = portrait.baskets();
    assertThat(baskets).hasSize(3); // one line alone is too easily the same
    assertThat(baskets[0]).isEqualTo(baskets[1]).isNotEqualTo(baskets[2]);
  }

  private static Portrait portrait(int customers, PastOrder... orders) {
    return Portrait.of(
        new SalesHistory(
            LONDON,
            LocalDate.of(2011, 1, 1),
            LocalDate.of(2011, 12, 31),
            customers,
            List.of("MUG", "BOWL"),
            List.of("Kitchen", "Kitchen"),
            List.of(orders),
            List.of()));
  }

  private static PastOrder order(int customer, String local) {
    return order(customer, local, new int[] {1}, 1_000_000);
  }

  private static PastOrder order(
      int customer, String local, int[] quantities, long... pricesMicros) {
    long at = LocalDateTime.parse(local).atZone(LONDON).toInstant().toEpochMilli();
    return new PastOrder(customer, at, new int[quantities.length], quantities, pricesMicros);
  }
}
