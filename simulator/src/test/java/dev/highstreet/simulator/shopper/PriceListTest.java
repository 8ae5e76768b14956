package dev.highstreet.simulator.shopper;

import static org.assertj.core.api.Assertions.assertThat;

import dev.highstreet.simulator.profile.SampleProfile;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/**
 * In the small shop, list prices rise by 10p in July, and every tenth product is launched in June.
 */
class PriceListTest {
  private static final LocalDate MARCH = LocalDate.of(2025, 3, 15);
  private static final PriceList PRICES = PriceList.of(SampleProfile.small(), MARCH);

  @Test
  void priceStaysTheSameAllMonth() {
    assertThat(PRICES.listPriceMicros(4, LocalDate.of(2025, 6, 1)))
        .isEqualTo(PRICES.listPriceMicros(4, LocalDate.of(2025, 6, 30)));
  }

  @Test
  void priceIsRevisedInTheMonthOfTheProfile() {
    assertThat(PRICES.listPriceMicros(4, LocalDate.of(2025, 7, 1)))
        .isEqualTo(PRICES.listPriceMicros(4, LocalDate.of(2025, 6, 30)) + 100_000);
  }

  @Test
  void monthsOfLaterYearsAreLikeThoseOfTheProfile() {
    assertThat(PRICES.month(MARCH)).isEqualTo(2);
    assertThat(PRICES.month(LocalDate.of(2026, 1, 1))).isZero();
    assertThat(PRICES.month(LocalDate.of(2031, 12, 31))).isEqualTo(11);
  }

  @Test
  void productIsNotOnOfferBeforeItsLaunch() {
    assertThat(PRICES.onOffer(9, MARCH)).isFalse();
    assertThat(PRICES.onOffer(9, LocalDate.of(2025, 6, 1))).isTrue();
  }
}
