package dev.highstreet.simulator.warehouse;

import dev.highstreet.schemas.MovementKind;
import dev.highstreet.schemas.StockMoved;
import dev.highstreet.schemas.Topic;
import dev.highstreet.simulator.engine.World;
import java.time.Instant;

/** Gives out an event for every move of a lot, of the kind that was set last. */
final class StockLedger implements LotMoves {
  private static final int MOVE = "stock".hashCode();

  private final World world;
  private final String[] sites;
  private final int[] moves;
  private MovementKind kind = MovementKind.ADJUSTED;
  private String orderId;
  private Instant instant = Instant.EPOCH;
  private long millis;

  StockLedger(World world, String[] sites) {
    this.world = world;
    this.sites = sites;
    this.moves = new int[world.products()];
  }

  /** What follows is of this kind, and for no order. */
  StockLedger as(MovementKind kind) {
    return as(kind, null);
  }

  /** What follows is of this kind, and for this order. */
  StockLedger as(MovementKind kind, String orderId) {
    this.kind = kind;
    this.orderId = orderId;
    return this;
  }

  @Override
  public void moved(int shelf, int lot, String lotId, int quantity, long unitCostMicros) {
    int product = shelf / sites.length;
    String productId = world.product(product).id();
    Instant now = now();
    world.emit(
        Topic.STOCK,
        productId,
        new StockMoved(
            world.ids().next(MOVE, product, moves[product]++),
            now,
            now,
            productId,
            sites[shelf % sites.length],
            kind,
            quantity,
            lotId,
            unitCostMicros,
            orderId));
  }

  private Instant now() {
    if (world.now() != millis) {
      millis = world.now();
      instant = Instant.ofEpochMilli(millis);
    }
    return instant;
  }
}
