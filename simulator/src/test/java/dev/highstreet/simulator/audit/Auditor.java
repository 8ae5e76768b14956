package dev.highstreet.simulator.audit;

import static dev.highstreet.simulator.audit.Finding.check;

import dev.highstreet.schemas.CustomerRevised;
import dev.highstreet.schemas.EventId;
import dev.highstreet.schemas.FraudLabelled;
import dev.highstreet.schemas.OrderPlaced;
import dev.highstreet.schemas.OrderProgressed;
import dev.highstreet.schemas.OrderReturned;
import dev.highstreet.schemas.PaymentAttempted;
import dev.highstreet.schemas.ProductRevised;
import dev.highstreet.schemas.ShopperActivity;
import dev.highstreet.schemas.StockMoved;
import dev.highstreet.schemas.StoreRevised;
import dev.highstreet.schemas.Topic;
import dev.highstreet.simulator.engine.ShopEvent;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.avro.specific.SpecificRecord;

/**
 * Reads a shop's events as anybody could, one after the other, and finds fault with the first that
 * cannot be: an invariant is a sentence about events, never about how they were made.
 */
public final class Auditor implements Consumer<ShopEvent> {
  private static final int EVENT_ID = 0;
  private static final int OCCURRED_AT = 1;
  private static final int RECEIVED_AT = 2;

  private final Instant from;
  private final Instant until;
  private final Set<EventId> ids = new HashSet<>();
  private final Map<Topic, Long> counts = new EnumMap<>(Topic.class);
  private final MarketBook market = new MarketBook();
  private final SessionBook sessions = new SessionBook(market);
  private final OrderBook orders = new OrderBook(market, sessions);
  private final StockBook stock = new StockBook(market, orders);
  private final MoneyBook money = new MoneyBook(market, orders);
  private Instant last = Instant.MIN;

  /** Audits the events of a period, its end excluded. */
  public Auditor(Instant from, Instant until) {
    this.from = from;
    this.until = until;
  }

  @Override
  public void accept(ShopEvent event) {
    SpecificRecord record = event.event();
    Instant at = (Instant) record.get(OCCURRED_AT);
    check(at.toEpochMilli() == event.occurredAt(), "its two times differ", event);
    check(at.equals(record.get(RECEIVED_AT)), "it is received at another time", event);
    check(!at.isBefore(last), "it is before the event before", event);
    check(!at.isBefore(from) && at.isBefore(until), "it is outside the range", event);
    check(ids.add((EventId) record.get(EVENT_ID)), "its id was there before", event);
    check(event.topic().event().orElseThrow().isInstance(record), "another topic's", event);
    last = at;
    counts.merge(event.topic(), 1L, Long::sum);
    enter(event.key(), record, at);
  }

  private void enter(String key, SpecificRecord record, Instant at) {
    if (record instanceof ProductRevised product) {
      check(key.equals(product.getProductId()), "another key", record);
      market.enter(product);
    } else if (record instanceof StoreRevised store) {
      check(key.equals(store.getStoreId()), "another key", record);
      market.enter(store);
    } else if (record instanceof CustomerRevised customer) {
      check(key.equals(customer.getCustomerId()), "another key", record);
      market.enter(customer);
    } else if (record instanceof ShopperActivity activity) {
      check(key.equals(activity.getSessionId()), "another key", record);
      sessions.enter(activity);
    } else if (record instanceof OrderPlaced order) {
      check(key.equals(order.getOrderId()), "another key", record);
      orders.enter(order);
    } else if (record instanceof StockMoved moved) {
      check(key.equals(moved.getProductId()), "another key", record);
      stock.enter(moved);
    } else if (record instanceof PaymentAttempted payment) {
      check(key.equals(payment.getOrderId()), "another key", record);
      money.enter(payment);
    } else if (record instanceof OrderProgressed progress) {
      check(key.equals(progress.getOrderId()), "another key", record);
      orders.enter(progress);
    } else if (record instanceof OrderReturned returned) {
      check(key.equals(returned.getReturnId()), "another key", record);
      money.enter(returned);
    } else if (record instanceof FraudLabelled label) {
      check(key.equals(label.getOrderId()), "another key", record);
      orders.enter(label, at);
    } else {
      check(false, "nobody knows it", record);
    }
  }

  /** How many events of a topic there were. */
  public long count(Topic topic) {
    return counts.getOrDefault(topic, 0L);
  }

  /** Orders with a line that a promotion gave a discount on. */
  public long promotedOrders() {
    return orders.promoted();
  }

  /** Orders that were labelled fraudulent. */
  public long frauds() {
    return orders.frauds();
  }
}
