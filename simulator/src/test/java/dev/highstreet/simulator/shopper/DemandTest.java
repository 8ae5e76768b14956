package dev.highstreet.simulator.shopper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.highstreet.simulator.engine.RandomStream;
import dev.highstreet.simulator.profile.AnyProfile;
import dev.highstreet.simulator.profile.Profile;
import dev.highstreet.simulator.profile.SampleProfile;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class DemandTest {
  private static final ZoneId LONDON = ZoneId.of("Europe/London");
  private static final LocalDate FIRST = LocalDate.of(2025, 3, 1);
  private static final int DAYS = 120; // over the day that clocks go forward
  private static final int CUSTOMERS = 300;

  private static Demand demand(Profile profile, long seed) {
    return Demand.of(profile, seed, CUSTOMERS, FIRST, FIRST.plusDays(DAYS), LONDON);
  }

  private static List<Purchase> all(Demand demand) {
    List<Purchase> purchases = new ArrayList<>();
    for (int day = 0; day < DAYS; day++) {
      purchases.addAll(demand.day(FIRST.plusDays(day)));
    }
    return purchases;
  }

  private static String text(List<Purchase> purchases) {
    return purchases.stream()
        .map(
            purchase ->
                "%d %d %s %s %s"
                    .formatted(
                        purchase.customer(),
                        purchase.at(),
                        Arrays.toString(purchase.products()),
                        Arrays.toString(purchase.quantities()),
                        Arrays.toString(purchase.discountsMicros())))
        .collect(Collectors.joining("\n"));
  }

  @Test
  void sameSeedGivesTheSamePurchasesOnAnyNumberOfThreads()
      throws ExecutionException, InterruptedException {
    String alone = text(all(demand(SampleProfile.small(), 7)));

    for (int threads = 1; threads <= 2; threads++) {
      ForkJoinPool pool = new ForkJoinPool(threads);
      try {
        String together =
            pool.submit(() -> text(all(demand(SampleProfile.small(), 7).inParallel()))).get();
        assertThat(together).isEqualTo(alone);
      } finally {
        pool.shutdown();
      }
    }
  }

  @Test
  void anotherSeedGivesOtherPurchases() {
    assertThat(text(all(demand(SampleProfile.small(), 7))))
        .isNotEqualTo(text(all(demand(SampleProfile.small(), 8))));
  }

  @Property(tries = 15)
  void purchasesOfAnyShopAreWellFormed(@ForAll long seed) {
    Demand demand = demand(AnyProfile.of(seed), seed);

    for (int day = 0; day < DAYS; day++) {
      LocalDate date = FIRST.plusDays(day);
      long start = date.atStartOfDay(LONDON).toInstant().toEpochMilli();
      long end = date.plusDays(1).atStartOfDay(LONDON).toInstant().toEpochMilli();
      long before = start;
      for (Purchase purchase : demand.day(date)) {
        assertThat(purchase.at()).isBetween(before, end - 1);
        assertThat(purchase.customer()).isBetween(Purchase.GUEST, demand.customers() - 1);
        assertThat(purchase.products()).isNotEmpty().doesNotHaveDuplicates();
        before = purchase.at();
        for (int line = 0; line < purchase.lines(); line++) {
          int product = purchase.products()[line];
          long gross = purchase.quantities()[line] * demand.prices().listPriceMicros(product, date);
          assertThat(purchase.quantities()[line]).isPositive();
          assertThat(purchase.discountsMicros()[line]).isBetween(0L, gross - 1);
          assertThat(demand.prices().onOffer(product, date)).isTrue();
        }
      }
    }
  }

  @Property(tries = 15)
  void asManyCustomersComeInThePeriodAsWereAskedFor(@ForAll long seed) {
    Demand demand = demand(AnyProfile.of(seed), seed);
    all(demand);

    assertThat(demand.customers()).isEqualTo(CUSTOMERS);
  }

  @Test
  void customersRegisterBeforeTheirFirstPurchaseAndOnTheSameDay() {
    Demand demand = demand(SampleProfile.small(), 3);
    boolean[] seen = new boolean[CUSTOMERS];
    for (int day = 0; day < DAYS; day++) {
      long start = FIRST.plusDays(day).atStartOfDay(LONDON).toInstant().toEpochMilli();
      for (Purchase purchase : demand.day(FIRST.plusDays(day))) {
        int customer = purchase.customer();
        if (customer != Purchase.GUEST && !seen[customer]) {
          seen[customer] = true;
          assertThat(demand.registeredAt(customer)).isBetween(start, purchase.at());
          assertThat(demand.country(customer)).isIn("United Kingdom", "Ireland", "France");
        }
      }
    }
    assertThat(seen).doesNotContain(false);
  }

  @Test
  void goesOnForYearsPastThePeriodThatWasFitted() {
    Demand demand = Demand.of(SampleProfile.small(), 1, 100, FIRST, null, LONDON);
    int purchases = 0;
    for (int day = 0; day < 3 * 365; day++) {
      purchases += demand.day(FIRST.plusDays(day)).size();
    }

    assertThat(demand.customers())
        .isBetween(200, 240); // 100 in the first year, 40 of them of before
    assertThat(purchases).isGreaterThan(500);
  }

  @Test
  void impulseLeavesLaterVisitsAsTheyAre() {
    Demand calm = demand(SampleProfile.small(), 5);
    Demand rushed = demand(SampleProfile.small(), 5);
    for (int day = 0; day < 30; day++) {
      calm.day(FIRST.plusDays(day));
      rushed.day(FIRST.plusDays(day));
    }
    long noon = FIRST.plusDays(29).atTime(12, 0).atZone(LONDON).toInstant().toEpochMilli();
    Purchase impulse = rushed.impulse(0, noon, RandomStream.of(1, "flash sale", 0));

    assertThat(impulse.at()).isEqualTo(noon);
    assertThat(impulse.customer()).isZero();
    assertThat(impulse.products()).isNotEmpty();
    for (int day = 30; day < DAYS; day++) {
      assertThat(text(rushed.day(FIRST.plusDays(day))))
          .isEqualTo(text(calm.day(FIRST.plusDays(day))));
    }
  }

  @Test
  void daysHaveToFollowEachOther() {
    Demand demand = demand(SampleProfile.small(), 1);

    assertThatThrownBy(() -> demand.day(FIRST.plusDays(1)))
        .hasMessage("the day is 2025-03-02: days follow each other, and 2025-03-01 is next");
  }

  @Test
  void nobodyAndNoTimeAreRefused() {
    Profile profile = SampleProfile.small();

    assertThatThrownBy(() -> Demand.of(profile, 1, 0, FIRST, null, LONDON))
        .hasMessage("customers is 0: give a whole number from 1");
    assertThatThrownBy(() -> Demand.of(profile, 1, 1, FIRST, FIRST, LONDON))
        .hasMessage("the end is 2025-03-01: give a day after the first, 2025-03-01");
  }
}
