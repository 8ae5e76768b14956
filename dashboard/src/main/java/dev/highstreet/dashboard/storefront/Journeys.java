package dev.highstreet.dashboard.storefront;

import static java.util.Objects.requireNonNull;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.highstreet.dashboard.intake.Trace;
import dev.highstreet.dashboard.intake.Traces;
import dev.highstreet.dashboard.storefront.Journey.Accepted;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Follows orders for as long as somebody asks. What was once seen stays as it was seen first: rows
 * are written again for other orders, and their times move on.
 */
final class Journeys {
  private static final int MOST = 10_000;
  private static final Duration KEPT = Duration.ofHours(1);

  private final Traces traces;
  private final JourneyQuery query;
  private final Clock clock;
  private final Cache<String, Journey> known =
      Caffeine.newBuilder().maximumSize(MOST).expireAfterAccess(KEPT).build();

  /**
   * Knows none yet.
   *
   * @param traces of the orders that were sent through this dashboard
   * @param clock the wall clock
   */
  Journeys(Traces traces, JourneyQuery query, Clock clock) {
    this.traces = requireNonNull(traces, "traces is null");
    this.query = requireNonNull(query, "query is null");
    this.clock = requireNonNull(clock, "clock is null");
  }

  /**
   * How far an order has come; empty if nothing is known of it.
   *
   * @throws dev.highstreet.dashboard.shell.Unavailable if Postgres does not answer
   */
  Optional<Journey> of(String orderId) {
    return look(orderId).filter(Journey::isKnown);
  }

  /** The same, to be shown on a page now: an order that is in the marts has arrived there, too. */
  Optional<Journey> shown(String orderId) {
    Optional<Journey> seen = of(orderId);
    if (seen.filter(journey -> journey.booked().isPresent()).isEmpty()) {
      return seen;
    }
    return Optional.of(keep(shownAt(seen.get(), clock.instant())));
  }

  /** How far an order was seen to have come, without looking again; empty if nothing is known. */
  Optional<Journey> lastSeen(String orderId) {
    Journey before = known.getIfPresent(orderId);
    return before != null
        ? Optional.of(before)
        : Optional.of(Journey.begun(orderId, traces.of(orderId))).filter(Journey::isKnown);
  }

  private Optional<Journey> look(String orderId) {
    Journey before = known.getIfPresent(orderId);
    if (before != null && before.isOver()) {
      return Optional.of(before);
    }
    Optional<Trace> trace = traces.of(orderId);
    Journey now = goOn(before == null ? Journey.begun(orderId, trace) : traced(before, trace));
    return Optional.of(now.isKnown() ? keep(now) : now);
  }

  private Journey goOn(Journey journey) {
    Optional<Accepted> accepted = journey.accepted().or(() -> query.accepted(journey.orderId()));
    Optional<Trace.Sighting> place = journey.place().or(() -> accepted.map(Accepted::place));
    Optional<Instant> booked =
        journey
            .booked()
            .or(
                () ->
                    accepted.flatMap(
                        row -> query.booked(journey.orderId(), row.day(), since(journey))));
    return new Journey(
        journey.orderId(),
        journey.trace(),
        accepted,
        place.map(query::letters).orElse(List.of()),
        accepted.isPresent() ? Optional.empty() : place.flatMap(query::late),
        booked,
        journey.shown());
  }

  /**
   * Of an order that was not sent from here, the row of a product counts whenever it was written.
   */
  private static Instant since(Journey journey) {
    return journey.trace().map(Trace::sent).orElse(Instant.EPOCH);
  }

  private Journey keep(Journey journey) {
    return known.asMap().merge(journey.orderId(), journey, Journeys::firstSeen);
  }

  private static Journey traced(Journey journey, Optional<Trace> trace) {
    return new Journey(
        journey.orderId(),
        trace.or(journey::trace),
        journey.accepted(),
        journey.letters(),
        journey.late(),
        journey.booked(),
        journey.shown());
  }

  private static Journey shownAt(Journey journey, Instant now) {
    return new Journey(
        journey.orderId(),
        journey.trace(),
        journey.accepted(),
        journey.letters(),
        journey.late(),
        journey.booked(),
        journey.shown().or(() -> Optional.of(now)));
  }

  /** Two pages may ask at once: of each time, the one that was kept first stays. */
  private static Journey firstSeen(Journey first, Journey later) {
    return new Journey(
        first.orderId(),
        later.trace().or(first::trace),
        first.accepted().or(later::accepted),
        later.letters(),
        later.late(),
        first.booked().or(later::booked),
        first.shown().or(later::shown));
  }
}
