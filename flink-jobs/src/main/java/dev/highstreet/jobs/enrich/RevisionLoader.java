package dev.highstreet.jobs.enrich;

import dev.highstreet.jobs.event.Arrival;
import java.io.Serializable;
import java.util.function.Consumer;

/**
 * Revisions that are known before the stream brings them. It only saves orders from waiting: as
 * revisions are immutable, it does not matter which way one becomes known.
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
