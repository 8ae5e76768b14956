package dev.highstreet.simulator.calibrate.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.highstreet.simulator.calibrate.PastOrder;
import dev.highstreet.simulator.calibrate.SalesHistory;
import dev.highstreet.simulator.profile.Figures;
import dev.highstreet.simulator.profile.Origin;
import dev.highstreet.simulator.profile.Season;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Every day lasts one business day. The first customer comes at the middles of days 0 and 4 and is
 * then watched for 5.5 days, to the end of day 9; the second comes on day 2, and is watched for
 * 7.5. All customers have the same rate.
 */
class VisitLikelihoodTest {
  private static final double RATE = 0.25;
  private static final double SAME = 1e-9;
  private static final LocalDate FIRST = LocalDate.of(2024, 1, 1);
  private static final ZoneId ZONE = ZoneId.of("UTC");

  private static PastOrder order(int customer, int day) {
    return new PastOrder(
        customer,
        FIRST.plusDays(day).atTime(12, 0).atZone(ZONE).toInstant().toEpochMilli(),
        new int[] {0},
        new int[] {1},
        new long[] {1_000_000});
  }

  private static VisitTimes times(PastOrder... orders) {
    Season season =
        new Season(Origin.assumed("a test"), Figures.all(12, 1), Figures.all(7, 1), 0, List.of());
    SalesHistory history =
        new SalesHistory(
            ZONE,
            FIRST,
            FIRST.plusDays(9),
            2,
            List.of("P"),
            List.of("Things"),
            List.of(orders),
            List.of());
    return new VisitTimes(new Past(history), season);
  }

  private static VisitLikelihood.Parameters parameters(double once, double leave) {
    return new VisitLikelihood.Parameters(Math.log(RATE), SAME, once, leave, 0, 20);
  }

  @Test
  void poissonGapAndSilenceAreExponential() {
    double log = new VisitLikelihood(times(order(0, 0), order(0, 4)), 1, 1).log(parameters(0, 0));

    assertThat(log).isCloseTo(Math.log(RATE) - RATE * 4 - RATE * 5.5, within(1e-6));
  }

  @Test
  void erlangGapsAreOfTwoStages() {
    double log = new VisitLikelihood(times(order(0, 0), order(0, 4)), 2, 1).log(parameters(0, 0));

    double gap = Math.log(4 * RATE * RATE * 4) - 2 * RATE * 4; // (2λ)² t e^(−2λt)
    double silence = Math.log(1 + 2 * RATE * 5.5) - 2 * RATE * 5.5;
    assertThat(log).isCloseTo(gap + silence, within(1e-6));
  }

  @Test
  void whoWasSeenOnceMayBuyOnceOnly() {
    double log = new VisitLikelihood(times(order(0, 2)), 1, 1).log(parameters(0.3, 0));

    assertThat(log).isCloseTo(Math.log(0.3 + 0.7 * Math.exp(-RATE * 7.5)), within(1e-6));
  }

  @Test
  void whoCameAgainMayHaveLeft() {
    double log =
        new VisitLikelihood(times(order(0, 0), order(0, 4)), 1, 1).log(parameters(0.3, 0.1));

    assertThat(log)
        .isCloseTo(
            Math.log(0.7) + Math.log(RATE) - RATE * 4 + Math.log(0.1 + 0.9 * Math.exp(-RATE * 5.5)),
            within(1e-6));
  }

  @Test
  void ordersOfOneAfternoonAreOneVisit() {
    VisitTimes times = times(order(0, 0), order(0, 0), order(0, 4));

    assertThat(times.gaps).containsExactly(1);
  }
}
