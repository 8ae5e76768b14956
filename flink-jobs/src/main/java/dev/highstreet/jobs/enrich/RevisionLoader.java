package dev.highstreet.jobs.enrich;

import dev.highstreet.jobs.event.Arrival;
import java.io.Serializable;
import java.util.function.Consumer;

/**
 * Revisions that are known before the stream brings them, so that almost no order has to wait. As
 * revisions are immutable, it does not matter which way one becomes known, but for one case: an
 * order whose revision was published only after the order's time had run out is booked where the
 * revision was loaded, and quarantined where the stream had to bring it.
 */
@FunctionalInterface
public interface RevisionLoader extends Serializable {
  /** Hands over each revision that is published already. */
  void load(Consumer<Arrival> revisions);

  /** Knows nothing beforehand. */
  static RevisionLoader none() {
    return revisions -> {};
  }
}
