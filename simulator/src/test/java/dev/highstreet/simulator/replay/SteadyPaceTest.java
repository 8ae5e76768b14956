package dev.highstreet.simulator.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SteadyPaceTest {
  private static final Instant OPENING = Instant.parse("2011-01-03T09:00:00Z");

  private long now = 5_000_000_000L;
  private final List<Duration> slept = new ArrayList<>();

  @Test
  void dayOfTheShopTakesItsShareOfASecond() throws InterruptedException {
    Pace pace = pace(2);
    pace.waitFor(OPENING);
    pace.waitFor(OPENING.plus(Duration.ofDays(1)));
    pace.waitFor(OPENING.plus(Duration.ofDays(2)));
    assertThat(slept).containsExactly(Duration.ofMillis(500), Duration.ofMillis(500));
  }

  @Test
  void lostTimeIsMadeUpFor() throws InterruptedException {
    Pace pace = pace(1);
    pace.waitFor(OPENING);
    now += Duration.ofMillis(1_500).toNanos();
    pace.waitFor(OPENING.plus(Duration.ofDays(1)));
    pace.waitFor(OPENING.plus(Duration.ofDays(2)));
    assertThat(slept).containsExactly(Duration.ofMillis(500));
  }

  @Test
  void shopsClockMayRunOverCenturies() throws InterruptedException {
    Pace pace = pace(365_250);
    pace.waitFor(OPENING);
    pace.waitFor(OPENING.plus(Duration.ofDays(730_500)));
    assertThat(slept).containsExactly(Duration.ofSeconds(2));
  }

  @Test
  void waitsTooShortToMatterAreLeftOut() throws InterruptedException {
    Pace pace = pace(1);
    pace.waitFor(OPENING);
    pace.waitFor(OPENING.plus(Duration.ofSeconds(80)));
    assertThat(slept).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, -1, Double.NaN, Double.POSITIVE_INFINITY})
  void paceThatIsNoneIsRefused(double days) {
    assertThatThrownBy(() -> Pace.daysPerSecond(days))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("days per second is " + days + ": give a number above 0, such as 1 or 0.5");
  }

  private Pace pace(double daysPerSecond) {
    return new SteadyPace(
        daysPerSecond,
        () -> now,
        nanos -> {
          slept.add(Duration.ofNanos(nanos));
          now += nanos;
        });
  }
}
