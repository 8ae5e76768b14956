package dev.highstreet.jobs.enrich;

import dev.highstreet.jobs.event.Revision;
import java.util.HashMap;
import java.util.Map;
import org.apache.flink.api.common.state.BroadcastState;
import org.apache.flink.api.common.state.ReadOnlyBroadcastState;

/**
 * What enriching needs to know of products and stores: by product revision its category and cost,
 * by store its channel. The first text of a revision is the fact; another under the same number is
 * a copy, and changes nothing.
 */
public final class Catalogue {
  /**
   * What a revision is known by.
   *
   * @param store true for a store, false for a product
   * @param entityId stock code or store id
   * @param revision the product's revision; 0 for a store, whose channel is the same in all
   */
  public record Name(boolean store, String entityId, int revision) {}

  /**
   * What is known.
   *
   * @param label category of a product, channel of a store
   * @param unitCostMicros cost of a unit; 0 for a store
   */
  public record Facts(String label, long unitCostMicros) {}

  /** Loaded when the operator opened; the broadcast state holds the rest. */
  private final Map<Name, Facts> published = new HashMap<>();

  static Name product(String productId, int revision) {
    return new Name(false, productId, revision);
  }

  static Name store(String storeId) {
    return new Name(true, storeId, 0);
  }

  void publish(Revision revision) {
    if (concerns(revision)) {
      published.putIfAbsent(name(revision), facts(revision));
    }
  }

  void learn(Revision revision, BroadcastState<Name, Facts> state) throws Exception {
    if (concerns(revision) && !state.contains(name(revision))) {
      state.put(name(revision), facts(revision));
    }
  }

  /** What is known under the name, or null. */
  Facts find(Name name, ReadOnlyBroadcastState<Name, Facts> state) throws Exception {
    Facts facts = published.get(name);
    return facts != null ? facts : state.get(name);
  }

  private static boolean concerns(Revision revision) {
    return revision.customer() == null;
  }

  private static Name name(Revision revision) {
    return revision.product() != null
        ? product(revision.entityId(), revision.number())
        : store(revision.entityId());
  }

  private static Facts facts(Revision revision) {
    return revision.product() != null
        ? new Facts(revision.product().category(), revision.product().unitCostMicros())
        : new Facts(revision.store().type(), 0);
  }
}
