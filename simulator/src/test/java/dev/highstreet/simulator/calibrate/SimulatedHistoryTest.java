package dev.highstreet.simulator.calibrate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.highstreet.simulator.profile.SampleProfile;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SimulatedHistoryTest {
  private static final List<String> PRODUCTS =
      IntStream.range(0, 60).mapToObj(product -> "P" + product).toList();

  private static final SalesHistory LIKE =
      new SalesHistory(
          GiftShop.ZONE,
          LocalDate.of(2024, 1, 1),
          LocalDate.of(2024, 6, 30),
          1,
          PRODUCTS,
          PRODUCTS,
          List.of(),
          List.of());

  private static final SalesHistory SIMULATED =
      SimulatedHistory.of(SampleProfile.small(), LIKE, 100, 1);

  @Test
  void ordersAreOfThePeriodAndInOrderOfTime() {
    assertThat(SIMULATED.orders()).hasSizeGreaterThan(100);
    assertThat(SIMULATED.orders().stream().map(PastOrder::at)).isSorted();
    assertThat(
            SIMULATED.orders().stream()
                .map(order -> LocalDate.ofInstant(Instant.ofEpochMilli(order.at()), LIKE.zone())))
        .allMatch(day -> !day.isBefore(LIKE.first()) && !day.isAfter(LIKE.last()));
  }

  @Test
  void customersAreAsManyAsAskedForAndAllKnown() {
    assertThat(SIMULATED.customers()).isEqualTo(100);
    assertThat(SIMULATED.orders().stream().map(PastOrder::customer).distinct())
        .hasSize(100)
        .allMatch(customer -> customer >= 0 && customer < 100);
  }

  @Test
  void everyLineHasAPriceAndAQuantity() {
    for (PastOrder order : SIMULATED.orders()) {
      assertThat(Arrays.stream(order.pricesMicros())).allMatch(price -> price > 0);
      assertThat(Arrays.stream(order.quantities())).allMatch(quantity -> quantity > 0);
    }
  }

  @Test
  void sameSeedSimulatesTheSame() {
    assertThat(times(SimulatedHistory.of(SampleProfile.small(), LIKE, 100, 1)))
        .isEqualTo(times(SIMULATED));
    assertThat(times(SimulatedHistory.of(SampleProfile.small(), LIKE, 100, 2)))
        .isNotEqualTo(times(SIMULATED));
  }

  private static List<Long> times(SalesHistory history) {
    return history.orders().stream().map(PastOrder::at).toList();
  }
}
