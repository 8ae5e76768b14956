package dev.highstreet.schemas;

import static java.util.Objects.requireNonNull;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.avro.specific.SpecificRecord;

/** A topic of the contract, and the record that it carries (besides {@link ClockTick}). */
public enum Topic {
  PRODUCTS("highstreet.products", ProductRevised.class),
  STORES("highstreet.stores", StoreRevised.class),
  CUSTOMERS("highstreet.customers", CustomerRevised.class),
  ORDERS("highstreet.orders", OrderPlaced.class),
  RETURNS("highstreet.returns", OrderReturned.class),
  PAYMENTS("highstreet.payments", PaymentAttempted.class),
  PROGRESS("highstreet.progress", OrderProgressed.class),
  ACTIVITY("highstreet.activity", ShopperActivity.class),
  STOCK("highstreet.stock", StockMoved.class),
  FRAUD_LABELS("highstreet.fraud-labels", FraudLabelled.class),
  /** The original bytes of what was quarantined; where and why is in the headers. */
  DEAD_LETTERS("highstreet.dead-letters", null);

  /** The topics that carry events, in the contract's order. */
  public static final Set<Topic> EVENTS =
      Collections.unmodifiableSet(EnumSet.complementOf(EnumSet.of(DEAD_LETTERS)));

  /**
   * The topics that sales are made of: what the sales job reads, and its ledger accounts for. Here,
   * and not in the job, because whoever compares the ledger with Kafka must mean the same topics.
   */
  public static final Set<Topic> SALES =
      Collections.unmodifiableSet(EnumSet.of(PRODUCTS, STORES, CUSTOMERS, ORDERS, RETURNS));

  private static final Pattern UPLOAD = Pattern.compile("(?<=^highstreet\\.)upload-[^.]+\\.");

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

  /**
   * The name of the topic in which an upload brings such events: {@code highstreet.NAME.orders}.
   *
   * @param upload its name, as in {@code upload-7f3a}
   */
  public String uploadName(String upload) {
    requireNonNull(upload, "upload is null");
    return topicName.replaceFirst("\\.", "." + upload + ".");
  }

  /** The record that belongs here; empty for {@link #DEAD_LETTERS}, whose records are raw bytes. */
  public Optional<Class<? extends SpecificRecord>> event() {
    return Optional.ofNullable(event);
  }

  /**
   * Finds the topic whose events one carries, that of an upload or the topic itself; empty for one
   * that is not of the contract.
   */
  public static Optional<Topic> carriedBy(String topicName) {
    requireNonNull(topicName, "topicName is null");
    return named(UPLOAD.matcher(topicName).replaceFirst(""));
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
