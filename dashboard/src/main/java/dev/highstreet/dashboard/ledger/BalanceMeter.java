package dev.highstreet.dashboard.ledger;

import static java.util.Objects.requireNonNull;

import dev.highstreet.dashboard.shell.LastKnown;
import dev.highstreet.dashboard.shell.Panel;
import dev.highstreet.dashboard.shell.Unavailable;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Measures the {@link Balance}, at most once a second however many watch, and remembers since when
 * it has not moved: a remainder while the job reads is in flight, one that stays is a loss.
 */
final class BalanceMeter {
  private static final Duration A_WHILE = Duration.ofSeconds(3);

  /** How many records were in Kafka at a time. */
  private record Seen(Instant at, long records) {}

  private final LedgerQuery query;
  private final Supplier<Panel<Map<String, Long>>> ends;
  private final Clock clock;
  private final LastKnown<Reading> newest;
  private final Rates rates = new Rates();
  private final List<Seen> seen = new ArrayList<>();
  private long recordsSeen = -1;
  private long countsSeen = -1;
  private Instant unmovedSince;
  private volatile Balance whole;

  BalanceMeter(LedgerQuery query, Supplier<Panel<Map<String, Long>>> ends, Clock clock) {
    this.query = requireNonNull(query, "query is null");
    this.ends = requireNonNull(ends, "ends is null");
    this.clock = requireNonNull(clock, "clock is null");
    this.newest = new LastKnown<>(this::measure, Duration.ofMillis(900), clock);
  }

  /** The newest balance for which Kafka answered; empty before the first. */
  Optional<Balance> whole() {
    return Optional.ofNullable(whole);
  }

  Panel<Reading> read() {
    return newest.get();
  }

  /**
   * Whether records wait that the job should have counted by now. Clock ticks come all the time, so
   * that something is always on its way: only what has been there for a while waits.
   */
  boolean eventsWait() {
    return read()
        .found()
        .map(reading -> reading.balance().total().counts().records() < longThere())
        .orElse(false);
  }

  /** Records that were in Kafka when it was last read {@link #A_WHILE} ago or earlier. */
  private synchronized long longThere() {
    forget(clock.instant().minus(A_WHILE));
    return seen.isEmpty() || seen.get(0).at().isAfter(clock.instant().minus(A_WHILE))
        ? 0
        : seen.get(0).records();
  }

  private synchronized void remember(Instant now, long records) {
    seen.add(new Seen(now, records));
    forget(now.minus(A_WHILE));
  }

  /** What was seen before the last reading up to a time. */
  private void forget(Instant time) {
    while (seen.size() > 1 && !seen.get(1).at().isAfter(time)) {
      seen.remove(0);
    }
  }

  private Reading measure() throws Unavailable {
    // counts first: records only grow, so a negative remainder cannot come from the order of
    // reading
    Optional<Run> run = query.newestRun();
    Map<String, TopicCounts> counts = run.map(r -> query.counts(r.id())).orElse(Map.of());
    Panel<Map<String, Long>> end = ends.get();
    Balance balance = Balance.of(run, counts, end.found(), end.problem());

    if (end.problem() == null) {
      whole = balance;
    }
    Instant now = clock.instant();
    long records = balance.total().records().orElse(-1);
    long counted = balance.total().counts().records();
    remember(now, records);
    if (records != recordsSeen || counted != countsSeen || unmovedSince == null) {
      recordsSeen = records;
      countsSeen = counted;
      unmovedSince = now;
    }
    return new Reading(
        balance, Duration.between(unmovedSince, now), rates.next(now, balance.total()));
  }
}
