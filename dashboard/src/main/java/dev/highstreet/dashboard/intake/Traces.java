package dev.highstreet.dashboard.intake;

import static java.util.Objects.requireNonNull;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.highstreet.dashboard.intake.Trace.Sighting;
import java.time.Duration;
import java.util.Optional;

/**
 * The orders that were sent through this dashboard lately: the newest ten thousand, for an hour.
 * Any thread may ask, and tell.
 */
public final class Traces {
  private static final int MOST = 10_000;
  private static final Duration KEPT = Duration.ofHours(1);

  /** An order's id is known once it is taken: by then, its record may have been read back. */
  private static final Duration UNTIL_KNOWN = Duration.ofSeconds(30);

  private static final int MOST_UNKNOWN = 50_000;

  private final Cache<String, Trace> traces =
      Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(KEPT).build();

  private final Cache<String, Sighting> sightings =
      Caffeine.newBuilder().maximumSize(MOST_UNKNOWN).expireAfterWrite(UNTIL_KNOWN).build();

  /** The trace of an order; empty if it was not sent through here, or long ago. */
  public Optional<Trace> of(String orderId) {
    return Optional.ofNullable(traces.getIfPresent(requireNonNull(orderId, "orderId is null")));
  }

  /** An order was taken. */
  void taken(Trace trace) {
    String id = trace.receipt().orderId();
    traces.put(id, trace);
    Optional.ofNullable(sightings.getIfPresent(id)).ifPresent(sighting -> mark(id, sighting));
  }

  /** Any order's record was read back; of its copies, the first counts. */
  void seen(String orderId, Sighting sighting) {
    // first here, then there; taken() the other way round: so one of the two meets the other
    Sighting unused = sightings.get(orderId, id -> sighting);
    mark(orderId, sighting);
  }

  private void mark(String orderId, Sighting sighting) {
    Trace unused =
        traces
            .asMap()
            .computeIfPresent(
                orderId,
                (id, trace) -> trace.sighting().isPresent() ? trace : trace.seen(sighting));
  }
}
