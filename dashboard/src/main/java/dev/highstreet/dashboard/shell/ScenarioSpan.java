package dev.highstreet.dashboard.shell;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

/**
 * From when to when a simulated shop was out of the ordinary, on its clock: what charts over its
 * time are marked with.
 *
 * @param name of the scenario, such as {@code flash-sale}
 * @param until when it ends, or ended; not before it began
 */
public record ScenarioSpan(String name, Instant from, Instant until) {
  public ScenarioSpan {
    requireNonNull(name, "name is null");
    requireNonNull(from, "from is null");
    requireNonNull(until, "until is null");
    if (until.isBefore(from)) {
      throw new IllegalArgumentException(
          "until is %s, before from, %s: it must not be".formatted(until, from));
    }
  }

  /** Whether it was on in any part of a time; one that was stopped at once was, where it began. */
  public boolean isWithin(Instant start, Instant end) {
    return from.isBefore(end) && (until.isAfter(start) || from.equals(start));
  }

  /** {@code flash-sale, Fri 14 Mar 2025, 12:00 to Fri 14 Mar 2025, 16:00}. */
  public String words(Format format) {
    return "%s, %s to %s".formatted(name, format.minute(from), format.minute(until));
  }

  /** What was on in a time, each name once, parted by commas; empty if nothing was. */
  public static String names(List<ScenarioSpan> spans, Instant start, Instant end) {
    return spans.stream()
        .filter(span -> span.isWithin(start, end))
        .map(ScenarioSpan::name)
        .distinct()
        .collect(Collectors.joining(", "));
  }
}
