package dev.highstreet.simulator.calibrate.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.highstreet.simulator.calibrate.PastOrder;
import dev.highstreet.simulator.calibrate.SalesHistory;
import dev.highstreet.simulator.profile.Origin.Basis;
import dev.highstreet.simulator.profile.Persona;
import dev.highstreet.simulator.profile.Profile;
import dev.highstreet.simulator.profile.ProfileFile;
import dev.highstreet.simulator.profile.SampleProfile;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The small shop makes up a history, and is to be found again in it. */
class ProfileFitTest {
  private static final Profile SMALL = SampleProfile.small();
  private static final int CUSTOMERS = 2_000;
  private static SalesHistory history;
  private static Profile found;

  @BeforeAll
  static void fit() {
    history = MadeUpHistory.of(SMALL, CUSTOMERS, 1);
    found = fit(history);
  }

  private static Profile fit(SalesHistory history) {
    return ProfileFit.fit(history, "Found again", "made up", "GBP");
  }

  private static double meanLogRate(Profile profile) {
    List<Persona> personas = profile.shoppers().personas();
    double weights = personas.stream().mapToDouble(Persona::weight).sum();
    return personas.stream().mapToDouble(p -> p.weight() * p.means().at(0)).sum() / weights;
  }

  @Test
  void regularityAndRateOfVisitsAreFoundAgain() {
    assertThat(found.visits().shape()).isEqualTo(SMALL.visits().shape());
    assertThat(meanLogRate(found)).isCloseTo(meanLogRate(SMALL), within(0.25));
    assertThat(found.shoppers().onceShare()).isCloseTo(0.1, within(0.06));
    assertThat(found.shoppers().leaveShare()).isCloseTo(0.02, within(0.02));
  }

  @Test
  void seasonIsFoundAgain() {
    for (int month = 0; month < 12; month++) {
      double ratio = found.season().months().at(11) / SMALL.season().months().at(11);
      assertThat(found.season().months().at(month))
          .isCloseTo(ratio * SMALL.season().months().at(month), within(0.25));
    }
    assertThat(found.season().weekdays().at(6)).isZero(); // closed on Sundays
  }

  @Test
  void listPricesAndLaunchesAreFoundAgain() {
    for (int product = 0; product < 10; product++) {
      assertThat(found.assortment().products().get(product).priceMicros())
          .isEqualTo(SMALL.assortment().products().get(product).priceMicros());
    }
    assertThat(found.assortment().products().get(9).popularity().at(4)).isZero();
    assertThat(found.assortment().products().get(9).popularity().at(5)).isPositive();
  }

  @Test
  void everySectionSaysWhereItComesFrom() {
    assertThat(found.season().origin().basis()).isEqualTo(Basis.FITTED);
    assertThat(found.visits().origin().basis()).isEqualTo(Basis.FITTED);
    assertThat(found.returns().origin().basis()).isEqualTo(Basis.PRIOR); // nothing was returned
  }

  @Test
  void sameHistoryGivesTheSameProfile() {
    SalesHistory singles = MadeUpHistory.singles(SMALL, 300, 20);

    assertThat(ProfileFile.format(fit(singles))).isEqualTo(ProfileFile.format(fit(singles)));
  }

  @Test
  void oneOrderACustomerSaysNothingOfRepeatVisits() {
    Profile profile = fit(MadeUpHistory.singles(SMALL, 300, 20));

    assertThat(profile.visits().origin().basis()).isEqualTo(Basis.ASSUMED);
    assertThat(profile.visits().origin().reason()).contains("0 times between visits");
    assertThat(profile.baskets().lines().at(0)).isOne();
    assertThat(MadeUpHistory.of(profile, 100, 1).orders()).isNotEmpty();
  }

  @Test
  void fileWithoutCustomersIsFittedByItsOrders() {
    SalesHistory nobody =
        MadeUpHistory.with(
            SMALL,
            history,
            0,
            order ->
                new PastOrder(
                    PastOrder.GUEST,
                    order.at(),
                    order.products(),
                    order.quantities(),
                    order.pricesMicros()));
    Profile profile = fit(nobody);

    assertThat(profile.shoppers().origin().basis()).isEqualTo(Basis.ASSUMED);
    assertThat(profile.guests().ordersPerVisit()).isZero();
    assertThat(MadeUpHistory.of(profile, 100, 1).orders()).isNotEmpty();
  }

  @Test
  void fileWithoutHoursGetsThoseOfConsumers() {
    SalesHistory midnights =
        MadeUpHistory.with(
            SMALL,
            history,
            CUSTOMERS,
            order ->
                new PastOrder(
                    order.customer(),
                    java.time.Instant.ofEpochMilli(order.at())
                        .atZone(SMALL.zone())
                        .toLocalDate()
                        .atStartOfDay(SMALL.zone())
                        .toInstant()
                        .toEpochMilli(),
                    order.products(),
                    order.quantities(),
                    order.pricesMicros()));

    assertThat(fit(midnights).hours().origin().basis()).isEqualTo(Basis.PRIOR);
  }

  @Test
  void oneProductAndOneOrderAreEnoughForAProfile() {
    Profile profile = fit(MadeUpHistory.singles(SMALL, 1, 1));

    assertThat(MadeUpHistory.of(profile, 20, 1).orders())
        .isNotEmpty()
        .allMatch(order -> order.lines() == 1 && order.products()[0] < 60);
  }

  @Test
  void historyWithoutOrdersIsRefused() {
    assertThatThrownBy(() -> fit(MadeUpHistory.singles(SMALL, 0, 1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("the history has no orders");
  }
}
