package dev.highstreet.cli.calibrate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.highstreet.cli.Ran;
import dev.highstreet.simulator.profile.Profile;
import dev.highstreet.simulator.profile.ProfileFile;
import dev.highstreet.simulator.profile.Returns;
import dev.highstreet.simulator.profile.ShippedProfile;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A shop that is simulated into a file is found again in it, as closely as the page says. */
class FoundAgainTest {
  private static Profile made;
  private static Profile again;

  @BeforeAll
  static void simulateAFileAndCalibrateIt(@TempDir Path directory) throws Exception {
    Path file = directory.resolve("shop.csv");
    Path found = directory.resolve("found.json");
    Ran simulated =
        Ran.highstreet("simulate", "--to", "csv", "--out", file.toString(), "--customers", "3000");
    assertThat(simulated.exitCode()).as(simulated.err()).isZero();

    Ran calibrated =
        Ran.highstreet("calibrate", file.toString(), "--out", found.toString(), "--no-score");
    assertThat(calibrated.exitCode()).as(calibrated.err()).isZero();

    made = ShippedProfile.GIFT_SHOP.load();
    again = ProfileFile.read(found);
  }

  @Test
  void visitsAndGuestsAreFoundAgain() {
    assertThat(again.visits().shape()).isEqualTo(made.visits().shape());
    assertThat(again.shoppers().usualLogRate())
        .isCloseTo(made.shoppers().usualLogRate(), within(0.2));
    assertThat(again.shoppers().onceShare()).isCloseTo(made.shoppers().onceShare(), within(0.03));
    assertThat(again.guests().ordersPerVisit())
        .isCloseTo(made.guests().ordersPerVisit(), within(0.02));
  }

  @Test
  void seasonAndHoursAreFoundAgain() {
    for (int month = 0; month < 12; month++) {
      assertThat(again.season().months().at(month))
          .as("month %d", month + 1)
          .isCloseTo(made.season().months().at(month), within(0.2));
    }
    for (int day = 0; day < 7; day++) {
      assertThat(again.season().weekdays().at(day))
          .as("weekday %d", day + 1)
          .isCloseTo(made.season().weekdays().at(day), within(0.1));
    }
    double totalVariation = 0;
    for (int hour = 0; hour < 168; hour++) {
      totalVariation += Math.abs(share(again, hour) - share(made, hour)) / 2;
    }
    assertThat(totalVariation).as("hours of the week").isLessThan(0.1);
  }

  @Test
  void whoReturnsGoodsIsFoundAgain() {
    Returns before = made.returns();
    Returns after = again.returns();
    assertThat(propensity(after)).isCloseTo(propensity(before), within(0.02));
    assertThat(size(after) / size(before)).isBetween(0.75, 1.25);
    assertThat(again.world().fulfilment().cancelledShare())
        .isCloseTo(made.world().fulfilment().cancelledShare(), within(0.002));
  }

  @Test
  void howMuchComesBackAndWhenIsFoundAgain() {
    Returns before = made.returns();
    Returns after = again.returns();
    assertThat(after.linesShare()).isCloseTo(before.linesShare(), within(0.005));
    assertThat(after.wholeShare()).isCloseTo(before.wholeShare(), within(0.03));
    assertThat(after.lagMedianDays() / before.lagMedianDays()).isBetween(0.8, 1.2);
    assertThat(after.lagLogSd()).isCloseTo(before.lagLogSd(), within(0.4));
  }

  private static double propensity(Returns returns) {
    return returns.propensityAlpha() / size(returns);
  }

  /** The larger, the less customers differ. */
  private static double size(Returns returns) {
    return returns.propensityAlpha() + returns.propensityBeta();
  }

  private static double share(Profile profile, int hour) {
    double sum = 0;
    for (int i = 0; i < 168; i++) {
      sum += profile.hours().cells().at(i);
    }
    return profile.hours().cells().at(hour) / sum;
  }
}
