package dev.highstreet.simulator.warehouse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.highstreet.simulator.profile.Profile;
import dev.highstreet.simulator.profile.SampleProfile;
import dev.highstreet.simulator.shopper.Demand;
import dev.highstreet.simulator.shopper.PriceList;
import dev.highstreet.simulator.shopper.Purchase;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class BuyersForecastTest {
  private static final Profile SHOP = SampleProfile.small();
  private static final LocalDate NEW_YEAR = LocalDate.of(2025, 1, 1);
  private static final int CUSTOMERS = 2_000;
  private static final int LAUNCHED_IN_JUNE = 9;

  private final PriceList prices = PriceList.of(SHOP, NEW_YEAR);
  private final BuyersForecast forecast = BuyersForecast.of(SHOP, CUSTOMERS, prices);

  @Test
  void yearIsForecastWithinAQuarter() {
    ZoneId london = ZoneId.of("Europe/London");
    Demand demand = Demand.of(SHOP, 3, CUSTOMERS, NEW_YEAR, null, london);
    double expected = 0;
    double bought = 0;
    for (LocalDate day = NEW_YEAR; day.getYear() == 2025; day = day.plusDays(1)) {
      for (Purchase purchase : demand.day(day)) {
        for (int quantity : purchase.quantities()) {
          bought += quantity;
        }
      }
      for (int product = 0; product < prices.products(); product++) {
        expected += forecast.dailyUnits(product, day);
      }
    }

    assertThat(expected / bought).isBetween(0.75, 1.33);
  }

  @Test
  void popularProductsAreForecastToSellMore() {
    assertThat(forecast.dailyUnits(0, NEW_YEAR)).isGreaterThan(forecast.dailyUnits(40, NEW_YEAR));
  }

  @Test
  void productIsForecastToSellNothingBeforeItsLaunch() {
    assertThat(forecast.dailyUnits(LAUNCHED_IN_JUNE, NEW_YEAR)).isZero();
    assertThat(forecast.dailyUnits(LAUNCHED_IN_JUNE, LocalDate.of(2025, 6, 1))).isPositive();
  }

  @Test
  void shopOfOneCustomerHasAForecast() {
    assertThat(BuyersForecast.of(SHOP, 1, prices).dailyUnits(0, NEW_YEAR)).isNotNegative();
  }
}
