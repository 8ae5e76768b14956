package dev.highstreet.jobs.event;

import static dev.highstreet.jobs.event.ShopEvents.ALICE;
import static dev.highstreet.jobs.event.ShopEvents.FIRST_OF_DECEMBER;
import static dev.highstreet.jobs.event.ShopEvents.SECOND_OF_DECEMBER;
import static dev.highstreet.jobs.event.ShopEvents.TEAPOT;
import static dev.highstreet.jobs.event.ShopEvents.WEBSITE;
import static dev.highstreet.jobs.event.ShopEvents.micros;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.highstreet.jobs.event.Transaction.Kind;
import dev.highstreet.schemas.Topic;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Builds a sale or a return; see {@link ShopEvents} for what it is when nothing is said. */
public final class TransactionBuilder {
  private final Kind kind;
  private final String id;
  private final List<TransactionLine> lines = new ArrayList<>();
  private EventId eventId;
  private Instant occurredAt;
  private Duration delay = Duration.ZERO;
  private Duration clockError = Duration.ZERO;
  private String customerId = ALICE;
  private String storeId = WEBSITE;
  private String orderId;
  private Long reportedTotalMicros;
  private boolean hasLines = true;

  private TransactionBuilder(Kind kind, String id, Instant occurredAt) {
    this.kind = kind;
    this.id = id;
    this.occurredAt = occurredAt;
    this.eventId = ShopEvents.eventId(kind + " " + id);
  }

  static TransactionBuilder sale(String orderId) {
    return new TransactionBuilder(Kind.SALE, orderId, FIRST_OF_DECEMBER);
  }

  static TransactionBuilder takenBack(String returnId) {
    return new TransactionBuilder(Kind.RETURN, returnId, SECOND_OF_DECEMBER);
  }

  public TransactionBuilder eventId(EventId id) {
    eventId = id;
    return this;
  }

  public TransactionBuilder at(Instant time) {
    occurredAt = time;
    return this;
  }

  /** How long after it occurred the collector received it. */
  public TransactionBuilder receivedAfter(Duration time) {
    delay = time;
    return this;
  }

  /** How far the collector's clock is ahead of Kafka's. */
  public TransactionBuilder receivedAheadOfKafka(Duration time) {
    clockError = time;
    return this;
  }

  public TransactionBuilder by(String customer) {
    customerId = customer;
    return this;
  }

  public TransactionBuilder byGuest() {
    return by(null);
  }

  public TransactionBuilder in(String store) {
    storeId = store;
    return this;
  }

  /** The order that the goods of a return were bought with. */
  public TransactionBuilder ofOrder(String order) {
    orderId = order;
    return this;
  }

  /** A line of the product's first revision; the amount is a unit's price, or a line's refund. */
  public TransactionBuilder line(String product, int quantity, String amount) {
    return line(product, 1, quantity, amount, "0");
  }

  /** A line with a discount, which only a sale has, of any revision. */
  public TransactionBuilder line(
      String product, int revision, int quantity, String amount, String discount) {
    boolean sale = kind == Kind.SALE;
    return line(
        new TransactionLine(
            lines.size() + 1,
            product,
            revision,
            quantity,
            sale ? micros(amount) : 0,
            micros(discount),
            sale ? 0 : micros(amount),
            null));
  }

  public TransactionBuilder line(TransactionLine line) {
    lines.add(line);
    return this;
  }

  public TransactionBuilder withoutLines() {
    hasLines = false;
    return this;
  }

  /** What the shop says that the lines of a sale come to. */
  public TransactionBuilder reporting(String total) {
    return reporting(micros(total));
  }

  public TransactionBuilder reporting(long totalMicros) {
    reportedTotalMicros = totalMicros;
    return this;
  }

  /** As the decoder hands it on. */
  public Transaction transaction() {
    if (lines.isEmpty() && hasLines) {
      line(TEAPOT, 1, "2.55");
    }
    boolean sale = kind == Kind.SALE;
    return new Transaction(
        kind,
        eventId,
        id,
        occurredAt.toEpochMilli(),
        occurredAt.plus(delay).toEpochMilli(),
        customerId,
        storeId,
        List.copyOf(lines),
        sale
            ? new Transaction.Sale(
                null, micros("4.95"), 0, reportedTotalMicros, "CARD", null, null, null)
            : null,
        sale ? null : new Transaction.TakenBack(orderId, null));
  }

  /** As the source reads it. */
  public Arrival arrival() {
    Transaction transaction = transaction();
    Topic topic = kind == Kind.SALE ? Topic.ORDERS : Topic.RETURNS;
    long recordTime = transaction.receivedAt() - clockError.toMillis();
    return new Arrival(
        new Origin(topic.topicName(), 0, 0, recordTime),
        id.getBytes(UTF_8),
        (kind + " " + id).getBytes(UTF_8),
        eventId,
        transaction.occurredAt(),
        transaction.receivedAt(),
        transaction,
        null,
        null);
  }
}
