package dev.highstreet.dashboard.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StripTest {
  private static final Instant NOW = Instant.parse("2026-01-05T10:00:00Z");
  private static final Format LONDON = new Format(ZoneId.of("Europe/London"));

  @Test
  void oldRowsAreStaleOnlyWhileEventsWait() {
    assertThat(strip(Duration.ofSeconds(6), true).stale()).isTrue();
    assertThat(strip(Duration.ofSeconds(6), true).words())
        .isEqualTo(
            "As of Mon 5 Jan 2026, 09:59:54. No mart was written for 6.0\u202fs although events wait.");
    assertThat(strip(Duration.ofSeconds(5), true).stale()).isFalse();
    assertThat(strip(Duration.ofDays(3), false).stale()).isFalse();
  }

  @Test
  void shopTimeWatermarkAndFreshnessAreThreeClocks() {
    Strip strip = strip(Duration.ofMillis(800), false);

    assertThat(strip.shopTime()).isEqualTo("Thu 31 Mar 2011, 20:27:28");
    assertThat(strip.watermark()).isEqualTo("Tue 29 Mar 2011, 16:00");
    assertThat(strip.fresh()).isEqualTo("0.8\u202fs");
  }

  @Test
  void missingClocksAreSaidAndNeverASentinel() {
    Strip nothing =
        of(new StripQuery.Clocks(Optional.empty(), Watermark.NONE, Optional.empty()), true);

    assertThat(nothing.shopTime()).isEqualTo("no events yet");
    assertThat(nothing.watermark()).isEqualTo("none yet");
    assertThat(nothing.fresh()).isEqualTo("–");
    assertThat(nothing.stale()).isFalse();
    assertThat(
            of(new StripQuery.Clocks(Optional.empty(), Watermark.END, Optional.empty()), true)
                .watermark())
        .isEqualTo("end of input");
  }

  private static Strip strip(Duration age, boolean eventsWait) {
    return of(
        new StripQuery.Clocks(
            Optional.of(Instant.parse("2011-03-31T19:27:28Z")),
            new Watermark(Instant.parse("2011-03-29T15:00:00Z")),
            Optional.of(NOW.minus(age))),
        eventsWait);
  }

  private static Strip of(StripQuery.Clocks clocks, boolean eventsWait) {
    return Strip.of(
        Panel.of(() -> clocks), eventsWait, Seal.of(Panel.of(Optional::empty), NOW), LONDON, NOW);
  }
}
