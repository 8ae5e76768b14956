package dev.highstreet.dashboard.sales;

import static java.util.Objects.requireNonNull;

import dev.highstreet.dashboard.shell.ScenarioSpan;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A scenario on the trend: where it begins and ends, in bars from the left. 1.5 is the middle of
 * the second bar.
 */
public record Mark(ScenarioSpan span, double from, double until) {
  public Mark {
    requireNonNull(span, "span is null");
  }

  /**
   * The part of a scenario that can be seen.
   *
   * @param edges where bars begin, and at last where the last one ends
   * @return empty if it was before or after
   */
  static Optional<Mark> of(ScenarioSpan span, List<Instant> edges) {
    int bars = edges.size() - 1;
    if (bars < 1 || !span.isWithin(edges.get(0), edges.get(bars))) {
      return Optional.empty();
    }
    return Optional.of(new Mark(span, place(span.from(), edges), place(span.until(), edges)));
  }

  private static double place(Instant at, List<Instant> edges) {
    int bars = edges.size() - 1;
    if (at.isBefore(edges.get(0))) {
      return 0;
    }
    for (int bar = 0; bar < bars; bar++) {
      if (at.isBefore(edges.get(bar + 1))) {
        double whole = Duration.between(edges.get(bar), edges.get(bar + 1)).toMillis();
        return bar + Duration.between(edges.get(bar), at).toMillis() / whole;
      }
    }
    return bars;
  }
}
