package dev.highstreet.simulator.calibrate.shipped;

import static org.assertj.core.api.Assertions.assertThat;

import dev.highstreet.simulator.calibrate.report.RealismFile;
import dev.highstreet.simulator.calibrate.score.Measure;
import dev.highstreet.simulator.profile.Origin.Basis;
import dev.highstreet.simulator.profile.Profile;
import dev.highstreet.simulator.profile.ShippedProfile;
import dev.highstreet.simulator.shopper.Demand;
import dev.highstreet.simulator.shopper.Purchase;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ShippedProfileTest {
  private static final LocalDate FIRST = LocalDate.of(2025, 1, 1);
  private static final int YEAR = 365;

  private static List<Purchase> year(Demand demand) {
    List<Purchase> purchases = new ArrayList<>();
    for (int day = 0; day < YEAR; day++) {
      purchases.addAll(demand.day(FIRST.plusDays(day)));
    }
    return purchases;
  }

  private static Demand demand(Profile profile) {
    return Demand.of(profile, 1, 1_000, FIRST, FIRST.plusDays(YEAR), profile.zone());
  }

  private static double median(List<Purchase> purchases, Demand demand) {
    double[] pounds =
        purchases.stream().mapToDouble(purchase -> pounds(purchase, demand)).sorted().toArray();
    return pounds[pounds.length / 2];
  }

  private static double pounds(Purchase purchase, Demand demand) {
    long micros = 0;
    LocalDate day =
        LocalDate.ofInstant(
            java.time.Instant.ofEpochMilli(purchase.at()), java.time.ZoneId.of("Europe/London"));
    for (int line = 0; line < purchase.lines(); line++) {
      micros +=
          purchase.quantities()[line]
                  * demand.prices().listPriceMicros(purchase.products()[line], day)
              - purchase.discountsMicros()[line];
    }
    return micros / 1e6;
  }

  @Test
  void homeShopIsTheOneThatItsMakerMakes() {
    assertThat(ShippedProfile.HOME_SHOP.load()).isEqualTo(HomeShop.profile());
  }

  @Test
  void homeShopSellsFewThingsToManyPeople() {
    Demand demand = demand(ShippedProfile.HOME_SHOP.load());
    List<Purchase> purchases = year(demand);
    double lines = purchases.stream().mapToInt(Purchase::lines).average().orElse(0);
    double single =
        purchases.stream()
            .flatMapToInt(purchase -> java.util.Arrays.stream(purchase.quantities()))
            .filter(quantity -> quantity == 1)
            .count();
    double all = purchases.stream().mapToInt(Purchase::lines).sum();

    assertThat(lines).isBetween(2.0, 3.0);
    assertThat(single / all).isBetween(0.7, 0.9);
    assertThat(median(purchases, demand)).isBetween(24.0, 36.0);
  }

  @Test
  void giftShopSellsAsOnlineRetailDid() {
    Demand demand = demand(ShippedProfile.GIFT_SHOP.load());
    List<Purchase> purchases = year(demand);
    purchases.removeIf(purchase -> purchase.customer() == Purchase.GUEST);
    double lines = purchases.stream().mapToInt(Purchase::lines).average().orElse(0);

    assertThat(lines).isBetween(18.0, 26.0); // 21.0 in the file
    assertThat(median(purchases, demand)).isBetween(260.0, 340.0); // £302 in the file
    assertThat((double) purchases.size() / demand.customers()).isBetween(3.7, 5.0); // 4.25
  }

  @Test
  void giftShopComesWithTheReportOnItselfAndHomeShopHasNoRealShopToBeLike() {
    assertThat(ShippedProfile.GIFT_SHOP.realism())
        .hasValueSatisfying(
            report ->
                assertThat(report)
                    .contains(RealismFile.fingerprint(ShippedProfile.GIFT_SHOP.load()))
                    .contains("online-retail.csv.gz", Measure.COPIES.label()));
    assertThat(ShippedProfile.HOME_SHOP.realism()).isEmpty();
  }

  @Test
  void giftShopIsOpenAtTheHoursOfConsumers() {
    Profile profile = ShippedProfile.GIFT_SHOP.load();

    assertThat(profile.hours().origin().basis()).isEqualTo(Basis.PRIOR);
    assertThat(profile.season().weekdays().at(5)).isPositive(); // Saturday
    assertThat(profile.source()).contains("10.24432/C5BW33", "CC BY 4.0");
  }
}
