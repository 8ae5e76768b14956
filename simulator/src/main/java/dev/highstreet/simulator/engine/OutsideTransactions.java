package dev.highstreet.simulator.engine;

import dev.highstreet.schemas.EventId;
import dev.highstreet.schemas.OrderLine;
import dev.highstreet.schemas.OrderPlaced;
import dev.highstreet.schemas.OrderReturned;
import dev.highstreet.schemas.ReturnLine;
import dev.highstreet.schemas.Topic;
import dev.highstreet.simulator.counter.Counter;
import dev.highstreet.simulator.counter.Intake;
import dev.highstreet.simulator.counter.RefusedException;
import dev.highstreet.simulator.counter.Return;
import dev.highstreet.simulator.counter.Sale;
import dev.highstreet.simulator.counter.Transaction;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Sales and returns that others have made, as events. All of a batch are judged before any is given
 * out.
 *
 * <p>One that was taken before is not given out again. Its event id follows from its own id, so a
 * copy on the topics would count as repeated; but the truth would have to know of the copy.
 */
final class OutsideTransactions {
  private static final int EVENT_ID = 0; // where every event has it: a rule of the contract
  private static final int MOST_FAULTS = 20; // more, nobody reads
  private static final int MOST_KNOWN = 2_000_000; // about 200 MB

  private final ShopFloor floor;
  private final TransactionRules rules;
  private final Set<EventId> known = new HashSet<>();

  OutsideTransactions(ShopFloor floor, Directory directory) {
    this.floor = floor;
    this.rules = new TransactionRules(floor, directory);
  }

  Intake take(List<Transaction> transactions, Consumer<ShopEvent> out) {
    int size = transactions.size();
    if (size < 1 || size > Counter.MOST_TRANSACTIONS) {
      throw new RefusedException(
          "transactions",
          "transactions has %d entries: give 1 to %d".formatted(size, Counter.MOST_TRANSACTIONS));
    }
    if (known.size() + size > MOST_KNOWN) {
      throw new RefusedException(
          "transactions",
          "%d transactions were taken since the shop opened, and %d can be told apart: begin a new shop"
              .formatted(known.size(), MOST_KNOWN));
    }
    List<ShopEvent> events = judged(transactions);
    List<String> taken = new ArrayList<>();
    List<String> repeated = new ArrayList<>();
    for (ShopEvent event : events) {
      if (known.add((EventId) event.event().get(EVENT_ID))) {
        out.accept(event);
        taken.add(event.key());
      } else {
        repeated.add(event.key());
      }
    }
    return new Intake(Instant.ofEpochMilli(floor.now()), taken, repeated);
  }

  private List<ShopEvent> judged(List<Transaction> transactions) {
    List<ShopEvent> events = new ArrayList<>(transactions.size());
    List<RefusedException.Fault> faults = new ArrayList<>();
    for (int i = 0; i < transactions.size() && faults.size() < MOST_FAULTS; i++) {
      Transaction transaction = transactions.get(i);
      try {
        events.add(transaction instanceof Sale sale ? sold(sale) : returned((Return) transaction));
      } catch (RefusedException e) {
        faults.addAll(e.within("transactions[%d]".formatted(i)).faults());
      }
    }
    if (!faults.isEmpty()) {
      throw new RefusedException(faults);
    }
    return events;
  }

  private ShopEvent sold(Sale sale) {
    Instant occurredAt = rules.judge(sale);
    List<OrderLine> lines = new ArrayList<>(sale.lines().size());
    for (int i = 0; i < sale.lines().size(); i++) {
      Sale.Line line = sale.lines().get(i);
      lines.add(
          new OrderLine(
              i + 1,
              line.productId(),
              rules.revision(i, line.productId(), line.productRevision()),
              line.quantity(),
              line.unitPriceMicros(),
              line.discountMicros(),
              line.promotionId()));
    }
    OrderPlaced event =
        new OrderPlaced(
            TransactionRules.eventId("sale", sale.id()),
            occurredAt,
            floor.instant(),
            sale.id(),
            sale.customerId(),
            sale.storeId(),
            null,
            lines,
            sale.shippingFeeMicros(),
            sale.taxIncludedMicros(),
            sale.netMicros(),
            sale.paymentMethod(),
            sale.ipAddress(),
            sale.userAgent(),
            null);
    return new ShopEvent(Topic.ORDERS, sale.id(), occurredAt.toEpochMilli(), event);
  }

  private ShopEvent returned(Return back) {
    Instant occurredAt = rules.judge(back);
    List<ReturnLine> lines = new ArrayList<>(back.lines().size());
    for (int i = 0; i < back.lines().size(); i++) {
      Return.Line line = back.lines().get(i);
      lines.add(
          new ReturnLine(
              line.productId(),
              rules.revision(i, line.productId(), line.productRevision()),
              line.quantity(),
              line.refundMicros()));
    }
    OrderReturned event =
        new OrderReturned(
            TransactionRules.eventId("return", back.id()),
            occurredAt,
            floor.instant(),
            back.id(),
            back.orderId(),
            back.customerId(),
            back.storeId(),
            lines,
            back.reason());
    return new ShopEvent(Topic.RETURNS, back.id(), occurredAt.toEpochMilli(), event);
  }
}
