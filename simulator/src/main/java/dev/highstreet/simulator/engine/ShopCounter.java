package dev.highstreet.simulator.engine;

import dev.highstreet.schemas.OrderLine;
import dev.highstreet.schemas.OrderPlaced;
import dev.highstreet.simulator.counter.Basket;
import dev.highstreet.simulator.counter.Counter;
import dev.highstreet.simulator.counter.Intake;
import dev.highstreet.simulator.counter.Receipt;
import dev.highstreet.simulator.counter.RefusedException;
import dev.highstreet.simulator.counter.Revision;
import dev.highstreet.simulator.counter.ShopWindow;
import dev.highstreet.simulator.counter.Transaction;
import dev.highstreet.simulator.shopper.Demand;
import dev.highstreet.simulator.shopper.Purchase;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** The counter of a shop: turns what is asked for into orders, and these into receipts. */
final class ShopCounter implements Counter {
  private static final int OUTSIDE = "outside order".hashCode();
  private static final int ANYTHING = "outside basket".hashCode();
  private static final int MOST_TRIES = 10;

  private final ShopFloor floor;
  private final Demand demand;
  private final Circumstances circumstances;
  private final Directory directory;
  private final OutsideDrafts drafts;
  private final OutsideTransactions transactions;
  private final OutsideRevisions revisions;
  private long asked;

  ShopCounter(ShopFloor floor, Demand demand, Circumstances circumstances) {
    this.floor = floor;
    this.demand = demand;
    this.circumstances = circumstances;
    OutsideRange others = new OutsideRange();
    this.directory = new Directory(floor, others);
    this.drafts = new OutsideDrafts(floor, directory, demand);
    this.transactions = new OutsideTransactions(floor, directory);
    this.revisions = new OutsideRevisions(floor, directory, others);
  }

  @Override
  public Receipt order(Basket basket, Consumer<ShopEvent> out) {
    refuseIfNotOpen();
    OrderDraft draft = drafts.of(basket, nextEntity());
    return place(draft, out)
        .orElseThrow(() -> new IllegalStateException("what was there a moment ago is gone"));
  }

  @Override
  public Optional<Receipt> orderAnything(Consumer<ShopEvent> out) {
    refuseIfNotOpen();
    for (int i = 0; i < MOST_TRIES; i++) {
      long entity = nextEntity();
      RandomStream random = RandomStream.of(floor.seed(), ANYTHING, entity);
      Purchase wanted = demand.impulse(anybody(random), floor.now(), random);
      Optional<Receipt> receipt = place(circumstances.draft(wanted, entity, false), out);
      if (receipt.isPresent()) {
        return receipt;
      }
    }
    return Optional.empty();
  }

  @Override
  public Intake take(List<Transaction> taken, Consumer<ShopEvent> out) {
    refuseIfNotOpen();
    return transactions.take(taken, out);
  }

  @Override
  public Intake revise(List<Revision> told, Consumer<ShopEvent> out) {
    refuseIfNotOpen();
    return revisions.take(told, out);
  }

  @Override
  public ShopWindow window() {
    Instant now = Instant.ofEpochMilli(floor.now());
    return floor.isOpen() ? directory.window(now) : ShopWindow.empty(now);
  }

  private void refuseIfNotOpen() {
    if (!floor.isOpen()) {
      throw new RefusedException("shop", "the shop has not opened yet: try again in a moment");
    }
  }

  /**
   * What the streams of one order are derived from. It is below 0, as no planned purchase's is; and
   * as orders of one seed are told apart by when they came, too, a second run on the same topics
   * does not give another order the same id.
   */
  private long nextEntity() {
    long place = RandomStream.mix(floor.now(), asked++);
    return Long.MIN_VALUE | RandomStream.mix(floor.seed() ^ OUTSIDE, place);
  }

  /** Somebody who has registered, or a guest as often as guests buy. */
  private int anybody(RandomStream random) {
    int registered = floor.registeredCustomers();
    boolean guest = random.nextDouble() < demand.guestShare();
    return registered == 0 || guest
        ? Purchase.GUEST
        : floor.registeredCustomer(random.nextInt(registered));
  }

  private Optional<Receipt> place(OrderDraft draft, Consumer<ShopEvent> out) {
    List<OrderPlaced> placed = new ArrayList<>(1);
    floor.giveOutTo(
        event -> {
          if (event.event() instanceof OrderPlaced order) {
            placed.add(order);
          }
          out.accept(event);
        });
    return floor.placeFromOutside(draft).map(order -> receipt(order, placed.get(0)));
  }

  private Receipt receipt(PlacedOrder order, OrderPlaced placed) {
    List<Receipt.Line> lines = new ArrayList<>(order.lines());
    for (int i = 0; i < order.lines(); i++) {
      OrderLine line = placed.getLines().get(i);
      lines.add(
          new Receipt.Line(
              line.getProductId(),
              line.getProductRevision(),
              floor.product(order.products()[i]).name(),
              line.getQuantity(),
              line.getUnitPriceMicros(),
              line.getDiscountMicros(),
              line.getPromotionId()));
    }
    return new Receipt(
        placed.getOrderId(),
        placed.getOccurredAt(),
        placed.getStoreId(),
        placed.getCustomerId(),
        lines,
        placed.getShippingFeeMicros(),
        placed.getTaxIncludedMicros());
  }
}
