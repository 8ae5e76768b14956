package dev.highstreet.schemas;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;

/** A topic of the contract, and the record that it carries (besides {@link ClockTick}). */
public enum Topic {
  PRODUCTS("highstreet.products", ProductRevised.class),
  STORES("highstreet.stores", StoreRevised.class),
  CUSTOMERS("highstreet.customers", CustomerRevised.class),
  ORDERS("highstreet.orders", OrderPlaced.class),
  RETURNS("highstreet.returns", OrderReturned.class),
  /** The original bytes of what was quarantined; where and why is in the headers. */
  DEAD_LETTERS("highstreet.dead-letters", null);

  private final String topicName;
  private final Class<? extends SpecificRecord> event;

  Topic(String topicName, Class<? extends SpecificRecord> event) {
    this.topicName = topicName;
    this.event = event;
  }

  /** The name in Kafka. */
  public String topicName() {
    return topicName;
  }

  /** The record that belongs here; empty for {@link #DEAD_LETTERS}, whose records are raw bytes. */
  public Optional<Class<? extends SpecificRecord>> event() {
    return Optional.ofNullable(event);
  }

  /** Finds a topic by its name in Kafka; empty for a topic that is not of the contract. */
  public static Optional<Topic> named(String topicName) {
    requireNonNull(topicName, "topicName is null");
    for (Topic topic : values()) {
      if (topic.topicName.equals(topicName)) {
        return Optional.of(topic);
      }
    }
    return Optional.empty();
  }
}
