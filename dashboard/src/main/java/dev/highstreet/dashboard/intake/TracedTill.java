package dev.highstreet.dashboard.intake;

import static java.util.Objects.requireNonNull;

import dev.highstreet.schemas.OrderPlaced;
import dev.highstreet.schemas.ProductRevised;
import dev.highstreet.schemas.StoreRevised;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Another till, whose orders can be followed: when each was sent, and when it was in Kafka. */
public final class TracedTill implements Till, AutoCloseable {
  private final Till till;
  private final Traces traces = new Traces();
  private final OrdersTail tail;
  private final Clock clock;

  /**
   * Connects to nothing yet.
   *
   * @param bootstrapServers of the Kafka to which the till's orders go
   * @param clock the wall clock
   */
  public TracedTill(Till till, String bootstrapServers, Clock clock) {
    this.till = requireNonNull(till, "till is null");
    this.clock = requireNonNull(clock, "clock is null");
    this.tail = new OrdersTail(bootstrapServers, traces, clock);
  }

  /** Those of this till's orders. */
  public Traces traces() {
    return traces;
  }

  @Override
  public Receipt order(Basket basket) {
    tail.awake();
    Instant sent = clock.instant();
    Receipt receipt = till.order(basket);
    traces.taken(new Trace(receipt, sent, clock.instant(), Optional.empty()));
    return receipt;
  }

  @Override
  public List<Receipt> take(List<OrderPlaced> orders) {
    return till.take(orders);
  }

  @Override
  public void revise(List<ProductRevised> products, List<StoreRevised> stores) {
    till.revise(products, stores);
  }

  @Override
  public Map<String, Long> available(List<String> productIds) {
    return till.available(productIds);
  }

  @Override
  public void close() {
    tail.close();
  }
}
