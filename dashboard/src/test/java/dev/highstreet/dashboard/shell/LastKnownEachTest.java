package dev.highstreet.dashboard.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LastKnownEachTest {
  private static final Duration KEEP = Duration.ofSeconds(2);
  private static final Problem SILENT = new Problem("It does not answer", "Nobody knows why.");

  private final SettableClock clock = new SettableClock();
  private final Set<String> silent = new HashSet<>();
  private final LastKnownEach<String, Integer> lengths =
      new LastKnownEach<>(this::length, 10, KEEP, clock);

  @Test
  void whatWasKnownOfOneIsShownBesideItsProblemWhileTheOthersAreWell() {
    lengths.get("Bath");
    lengths.get("York");
    clock.advance(KEEP);
    silent.add("Bath");

    assertThat(lengths.get("Bath").value()).isEqualTo(4);
    assertThat(lengths.get("Bath").isOld()).isTrue();
    assertThat(lengths.get("York").problem()).isNull();
  }

  @Test
  void nothingIsShownOfOneThatWasNeverKnown() {
    lengths.get("Bath");
    silent.add("York");

    assertThat(lengths.get("York").value()).isNull();
    assertThat(lengths.get("York").problem()).isEqualTo(SILENT.since(clock.instant()));
  }

  private int length(String name) {
    if (silent.contains(name)) {
      throw new Unavailable(SILENT, null);
    }
    return name.length();
  }
}
