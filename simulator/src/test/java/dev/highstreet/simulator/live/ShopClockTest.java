package dev.highstreet.simulator.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShopClockTest {
  private static final Instant OPENING = Instant.parse("2025-03-01T09:00:00Z");

  private long nanos;

  @Test
  void runsAtItsSpeed() {
    ShopClock clock = clock(3_600);

    passes(Duration.ofMillis(500));

    assertThat(clock.now()).isEqualTo(OPENING.plus(Duration.ofMinutes(30)));
  }

  @Test
  void standsUntilItIsStarted() {
    ShopClock clock = new ShopClock(OPENING, 1, () -> nanos);

    passes(Duration.ofHours(1));
    assertThat(clock.now()).isEqualTo(OPENING);

    clock.start();
    passes(Duration.ofSeconds(1));
    assertThat(clock.now()).isEqualTo(OPENING.plusSeconds(1));
  }

  @Test
  void keepsItsTimeWhenItsSpeedChanges() {
    ShopClock clock = clock(60);
    passes(Duration.ofSeconds(2));

    clock.setSpeed(1);
    passes(Duration.ofSeconds(3));

    assertThat(clock.now()).isEqualTo(OPENING.plusSeconds(2 * 60 + 3));
    assertThat(clock.speed()).isEqualTo(1);
  }

  @Test
  void standsStillWhilePaused() {
    ShopClock clock = clock(1);
    passes(Duration.ofSeconds(1));

    clock.pause();
    passes(Duration.ofHours(1));
    clock.setSpeed(10);
    passes(Duration.ofHours(1));
    assertThat(clock.now()).isEqualTo(OPENING.plusSeconds(1));
    assertThat(clock.isPaused()).isTrue();

    clock.resume();
    passes(Duration.ofSeconds(1));
    assertThat(clock.now()).isEqualTo(OPENING.plusSeconds(11));
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, -1, 100_001, Double.NaN, Double.POSITIVE_INFINITY})
  void refusesSpeedsThatNoClockRunsAt(double speed) {
    assertThatThrownBy(() -> clock(speed))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("speed is " + speed)
        .hasMessageContaining("above 0 and up to 100,000");
    ShopClock clock = clock(1);
    assertThatThrownBy(() -> clock.setSpeed(speed)).isInstanceOf(IllegalArgumentException.class);
  }

  private ShopClock clock(double speed) {
    ShopClock clock = new ShopClock(OPENING, speed, () -> nanos);
    clock.start();
    return clock;
  }

  private void passes(Duration time) {
    nanos += time.toNanos();
  }
}
