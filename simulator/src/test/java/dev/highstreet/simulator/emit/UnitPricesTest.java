package dev.highstreet.simulator.emit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class UnitPricesTest {
  @Test
  void amountThatDividesIsOnePrice() {
    assertThat(UnitPrices.of(7_650_000, 3)).isEqualTo(new UnitPrices(3, 2_550_000, 0, 0));
    assertThat(UnitPrices.of(6_885_000, 3)).isEqualTo(new UnitPrices(3, 2_295_000, 0, 0));
  }

  @Test
  void wholePenceAreSpreadAsWholePence() {
    assertThat(UnitPrices.of(6_880_000, 3)).isEqualTo(new UnitPrices(2, 2_290_000, 1, 10_000));
  }

  @Test
  void amountBelowAPennyAUnitIsSpreadMoreFinely() {
    assertThat(UnitPrices.of(20_000, 3)).isEqualTo(new UnitPrices(1, 6_000, 2, 1_000));
  }

  @Test
  void whatIsGivenAwayCostsNothing() {
    assertThat(UnitPrices.of(0, 7)).isEqualTo(new UnitPrices(7, 0, 0, 0));
  }

  @Test
  void nothingAndNegativeAmountsAreRefused() {
    assertThatThrownBy(() -> UnitPrices.of(1, 0))
        .hasMessage("0 units for 1 micros: there must be units, and no negative price");
    assertThatThrownBy(() -> UnitPrices.of(-1, 1))
        .hasMessage("1 units for -1 micros: there must be units, and no negative price");
  }

  @Property
  void pricesComeToTheAmountAndAreAboveZero(
      @ForAll @LongRange(max = 100_000_000_000_000L) long micros,
      @ForAll @IntRange(min = 1, max = 1_000_000) int quantity) {
    UnitPrices prices = UnitPrices.of(micros, quantity);
    assertThat(prices.lower() + prices.higher()).isEqualTo(quantity);
    assertThat(prices.lower()).isPositive();
    assertThat(prices.higher()).isNotNegative();
    assertThat(prices.lower() * prices.price() + prices.higher() * (prices.price() + prices.step()))
        .isEqualTo(micros);
    if (micros >= quantity) {
      assertThat(prices.price()).isPositive();
    }
  }
}
