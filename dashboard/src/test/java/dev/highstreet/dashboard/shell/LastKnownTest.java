package dev.highstreet.dashboard.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class LastKnownTest {
  private static final Duration KEEP = Duration.ofSeconds(2);
  private static final Problem SILENT = new Problem("It does not answer", "Nobody knows why.");

  private final SettableClock clock = new SettableClock();
  private final AtomicInteger asked = new AtomicInteger();
  private boolean silent;
  private Problem problem = SILENT;
  private final LastKnown<Integer> known = new LastKnown<>(this::ask, KEEP, clock);

  @Test
  void manyViewersAskOnce() {
    assertThat(known.get().value()).isEqualTo(1);
    assertThat(known.get().value()).isEqualTo(1);
    clock.advance(KEEP);
    assertThat(known.get().value()).isEqualTo(2);
  }

  @Test
  void whatWasKnownIsShownBesideTheProblemAndSinceWhen() {
    known.get();
    Instant read = clock.instant();
    clock.advance(KEEP);
    silent = true;
    Instant began = clock.instant();
    known.get();
    clock.advance(KEEP);

    Panel<Integer> panel = known.get();

    assertThat(panel.value()).isEqualTo(1);
    assertThat(panel.asOf()).contains(read);
    assertThat(panel.problem()).isEqualTo(SILENT.since(began));
  }

  @Test
  void nothingIsShownThatWasNeverKnown() {
    silent = true;

    assertThat(known.get().value()).isNull();
    assertThat(known.get().asOf()).isEmpty();
    assertThat(known.get().problem()).isEqualTo(SILENT.since(clock.instant()));
  }

  @Test
  void answerEndsTheSilence() {
    silent = true;
    known.get();
    clock.advance(KEEP);
    silent = false;
    assertThat(known.get().problem()).isNull();
    clock.advance(KEEP);
    silent = true;

    assertThat(known.get().problem()).isEqualTo(SILENT.since(clock.instant()));
  }

  @Test
  void serverKnowsBestSinceWhenItIsSilent() {
    problem = SILENT.since(Instant.EPOCH);
    silent = true;

    assertThat(known.get().problem().since()).contains(Instant.EPOCH);
  }

  private int ask() {
    asked.incrementAndGet();
    if (silent) {
      throw new Unavailable(problem, null);
    }
    return asked.get();
  }
}
