package dev.highstreet.dashboard.pipeline;

import static java.util.Objects.requireNonNull;

import dev.highstreet.dashboard.shell.Cached;
import dev.highstreet.dashboard.shell.Panel;
import dev.highstreet.dashboard.shell.Unavailable;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Measures the {@link Balance}, at most once a second however many watch, and remembers since when
 * it has not moved: a remainder while the job reads is in flight, one that stays is a loss.
 */
final class BalanceMeter {
  private final PipelineQuery query;
  private final Supplier<Panel<Map<String, Long>>> ends;
  private final Clock clock;
  private final Cached<Panel<Reading>> newest;
  private final Rates rates = new Rates();
  private long recordsSeen = -1;
  private long countsSeen = -1;
  private Instant unmovedSince;

  BalanceMeter(PipelineQuery query, Supplier<Panel<Map<String, Long>>> ends, Clock clock) {
    this.query = requireNonNull(query, "query is null");
    this.ends = requireNonNull(ends, "ends is null");
    this.clock = requireNonNull(clock, "clock is null");
    this.newest = new Cached<>(() -> Panel.of(this::measure), Duration.ofMillis(900), clock);
  }

  Panel<Reading> read() {
    return newest.get();
  }

  /** Whether records wait that the job has not counted. */
  boolean eventsWait() {
    return read()
        .found()
        .map(reading -> reading.balance().total().remainder().orElse(0) > 0)
        .orElse(false);
  }

  private Reading measure() throws Unavailable {
    // counts first: records only grow, so a negative remainder cannot come from the order of
    // reading
    Optional<Run> run = query.newestRun();
    Map<String, TopicCounts> counts = run.map(r -> query.counts(r.id())).orElse(Map.of());
    Panel<Map<String, Long>> end = ends.get();
    Balance balance = Balance.of(run, counts, end.found(), end.problem());

    Instant now = clock.instant();
    long records = balance.total().records().orElse(-1);
    long counted = balance.total().counts().records();
    if (records != recordsSeen || counted != countsSeen || unmovedSince == null) {
      recordsSeen = records;
      countsSeen = counted;
      unmovedSince = now;
    }
    return new Reading(
        balance, Duration.between(unmovedSince, now), rates.next(now, balance.total()));
  }
}
