package dev.highstreet.simulator.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.highstreet.simulator.profile.Loyalty;
import org.junit.jupiter.api.Test;

class CustomersTest {
  private static final long POUND = 1_000_000;

  private final Customers customers = new Customers(7, Loyalty.priors());

  @Test
  void spendingLiftsSomebodyFromTierToTier() {
    customers.meet(3, "United Kingdom");
    customers.register(3);

    assertThat(customers.tier(3)).isEqualTo("Bronze");
    assertThat(customers.spend(3, 499 * POUND)).isFalse();
    assertThat(customers.spend(3, POUND)).isTrue();
    assertThat(customers.tier(3)).isEqualTo("Silver");
    assertThat(customers.hasFreeDelivery(3)).isFalse();
    assertThat(customers.spend(3, 20_000 * POUND)).isTrue();
    assertThat(customers.tier(3)).isEqualTo("Platinum");
    assertThat(customers.hasFreeDelivery(3)).isTrue();
    assertThat(customers.revision(3)).isEqualTo(3);
  }

  @Test
  void townsAreKnownAtHomeOnly() {
    customers.meet(0, "United Kingdom");
    customers.meet(1, "Ireland");

    assertThat(customers.customer(0).city()).isNotNull();
    assertThat(customers.customer(0).postcodeArea()).matches("[A-Z]{1,2}");
    assertThat(customers.customer(1).city()).isNull();
  }

  @Test
  void whoHasBeenMetIsNotRegisteredYet() {
    customers.meet(0, "United Kingdom");

    assertThat(customers.isRegistered(0)).isFalse();
    assertThat(customers.size()).isZero();
    customers.register(0);
    assertThat(customers.isRegistered(0)).isTrue();
    assertThat(customers.nth(0)).isZero();
  }

  @Test
  void factsFollowFromTheNumberAlone() {
    Customers others = new Customers(7, Loyalty.priors());
    others.meet(5, "France");
    others.meet(2, "United Kingdom");
    customers.meet(2, "United Kingdom");

    assertThat(customers.customer(2)).isEqualTo(others.customer(2));
  }

  @Test
  void nobodyIsFoundByAnUnknownNumber() {
    assertThatThrownBy(() -> customers.customer(9))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("there is no customer 9");
  }
}
