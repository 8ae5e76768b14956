package dev.highstreet.cli.send;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BackoffTest {
  private static final Instant NOW = Instant.parse("2026-01-05T10:00:00Z");

  private final Backoff backoff = new Backoff(20);
  private final Random random = new Random(1);

  private Optional<Duration> after(int failed) {
    return backoff.after(failed, Optional.empty(), random);
  }

  @Test
  void waitsDoubleUpToHalfAMinute() {
    long most = 500;
    for (int failed = 1; failed < 20; failed++) {
      assertThat(after(failed).orElseThrow().toMillis()).isBetween(most / 2, most);
      most = Math.min(2 * most, 30_000);
    }
    assertThat(after(20)).isEmpty();
  }

  @Test
  void whatTheReceiverAsksForComesFirstIfItIsNotTooMuch() {
    Optional<Duration> minute = Optional.of(Duration.ofMinutes(1));
    assertThat(backoff.after(1, minute, random)).isEqualTo(minute);
    assertThat(backoff.after(20, minute, random)).isEmpty();
    assertThat(backoff.after(1, Optional.of(Duration.ofHours(1)), random)).isEmpty();
  }

  @Test
  void retryAfterIsSecondsOrADate() {
    assertThat(Backoff.asked("120", NOW)).hasValue(Duration.ofMinutes(2));
    assertThat(Backoff.asked("Mon, 05 Jan 2026 10:00:30 GMT", NOW))
        .hasValue(Duration.ofSeconds(30));
    assertThat(Backoff.asked("Mon, 05 Jan 2026 09:00:00 GMT", NOW)).hasValue(Duration.ZERO);
    for (String nothing : new String[] {"", "-1", "soon", "99999999999999999999"}) {
      assertThat(Backoff.asked(nothing, NOW)).as(nothing).isEmpty();
    }
  }
}
