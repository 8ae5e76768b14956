package dev.highstreet.simulator.calibrate.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.highstreet.simulator.calibrate.GiftShop;
import dev.highstreet.simulator.calibrate.PastOrder;
import dev.highstreet.simulator.calibrate.SalesHistory;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class HalvesTest {
  private static final SalesHistory SHOP = GiftShop.ofCustomers(201, 1);

  @Test
  void everyOrderOfAKnownCustomerIsOnOneSide() {
    Halves halves = Halves.of(SHOP, 1);
    List<Long> times = new ArrayList<>();
    halves.fitted().orders().forEach(order -> times.add(order.at()));
    halves.held().orders().forEach(order -> times.add(order.at()));
    assertThat(times)
        .containsExactlyInAnyOrderElementsOf(SHOP.orders().stream().map(PastOrder::at).toList());
  }

  @Test
  void halvesHaveTheSameNumberOfCustomersGiveOrTakeOne() {
    Halves halves = Halves.of(SHOP, 1);
    assertThat(halves.fitted().customers() + halves.held().customers()).isEqualTo(201);
    assertThat(halves.fitted().customers()).isBetween(100, 101);
  }

  @Test
  void customersAreNumberedAnewFromNone() {
    SalesHistory fitted = Halves.of(SHOP, 1).fitted();
    assertThat(fitted.orders().stream().map(PastOrder::customer).distinct())
        .hasSize(fitted.customers())
        .allMatch(customer -> customer >= 0 && customer < fitted.customers());
  }

  @Test
  void heavyCustomersAreSpreadOverBothSides() {
    for (long seed = 0; seed < 20; seed++) {
      Halves halves = Halves.of(SHOP, seed);
      assertThat(spend(halves.fitted()) / spend(halves.held())).isBetween(0.85, 1.18);
    }
  }

  @Test
  void seedDecidesWhoIsWhere() {
    assertThat(Halves.of(SHOP, 1).fitted().orders().size())
        .isEqualTo(Halves.of(SHOP, 1).fitted().orders().size())
        .isNotEqualTo(Halves.of(SHOP, 2).fitted().orders().size());
  }

  @Test
  void guestsAreOnNeitherSide() {
    List<PastOrder> orders = new ArrayList<>(SHOP.orders());
    orders.add(new PastOrder(PastOrder.GUEST, 0, new int[] {1}, new int[] {1}, new long[] {1}));
    SalesHistory withGuest =
        new SalesHistory(
            SHOP.zone(),
            SHOP.first(),
            SHOP.last(),
            SHOP.customers(),
            SHOP.products(),
            SHOP.categories(),
            orders,
            List.of());
    Halves halves = Halves.of(withGuest, 1);
    assertThat(halves.fitted().orders().size() + halves.held().orders().size())
        .isEqualTo(SHOP.orders().size());
  }

  @Test
  void threeCustomersAreTooFew() {
    assertThatThrownBy(() -> Halves.of(GiftShop.ofCustomers(3, 1), 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("3 known customers cannot be parted into halves; it takes 4");
  }

  private static double spend(SalesHistory history) {
    return history.orders().stream().mapToDouble(Portrait::value).sum();
  }
}
