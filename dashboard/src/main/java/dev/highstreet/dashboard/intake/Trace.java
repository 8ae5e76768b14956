package dev.highstreet.dashboard.intake;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Optional;

/**
 * An order that was sent through this dashboard, and when it was where. All times are of this
 * process's wall clock.
 *
 * @param receipt what its buyer was given
 * @param sent when it was handed to the till
 * @param taken when the till had taken it
 * @param sighting when it was read back from Kafka; empty until then
 */
public record Trace(Receipt receipt, Instant sent, Instant taken, Optional<Sighting> sighting) {
  public Trace {
    requireNonNull(receipt, "receipt is null");
    requireNonNull(sent, "sent is null");
    requireNonNull(taken, "taken is null");
    requireNonNull(sighting, "sighting is null");
  }

  /** A record of the topic of orders, read back. */
  public record Sighting(int partition, long offset, Instant at) {
    public Sighting {
      requireNonNull(at, "at is null");
    }
  }

  Trace seen(Sighting where) {
    return new Trace(receipt, sent, taken, Optional.of(where));
  }
}
