package dev.highstreet.simulator.engine;

import static java.util.Objects.requireNonNull;

import dev.highstreet.schemas.Topic;
import org.apache.avro.specific.SpecificRecord;

/**
 * One thing that truly happened in the shop, as it will be on the wire. Nothing delays, repeats or
 * damages it yet: its {@code receivedAt} equals its {@code occurredAt}, unless others have sent it.
 *
 * @param topic where it belongs
 * @param key its key in that topic
 * @param occurredAt milliseconds since 1970, UTC; the same as in the event
 * @param event the record itself; nobody changes it
 */
public record ShopEvent(Topic topic, String key, long occurredAt, SpecificRecord event) {
  /** Refuses what is incomplete. */
  public ShopEvent {
    requireNonNull(topic, "topic is null");
    requireNonNull(key, "key is null");
    requireNonNull(event, "event is null");
  }
}
