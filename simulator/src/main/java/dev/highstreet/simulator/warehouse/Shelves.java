package dev.highstreet.simulator.warehouse;

/**
 * What lies on the shelves, what of it is promised to orders, and what is on its way to them. Stock
 * is never below what is promised, and that is never below 0.
 */
final class Shelves {
  private final int sites;
  private final Lots lots;
  private final int[] promised;
  private final int[] onTheWay;
  private final int[] pickedSinceCount;

  Shelves(int products, int sites) {
    int shelves = Math.multiplyExact(products, sites);
    this.sites = sites;
    this.lots = new Lots(shelves);
    this.promised = new int[shelves];
    this.onTheWay = new int[shelves];
    this.pickedSinceCount = new int[shelves];
  }

  int shelf(int product, int site) {
    return product * sites + site;
  }

  int sites() {
    return sites;
  }

  /** Units that can be promised. */
  int available(int shelf) {
    return lots.onHand(shelf) - promised[shelf];
  }

  /** Units that can be promised, in all warehouses. */
  long available(int product, int fromSite, int toSite) {
    long units = 0;
    for (int site = fromSite; site < toSite; site++) {
      units += available(shelf(product, site));
    }
    return units;
  }

  /** Units on the shelf that nobody has been promised, and those on their way. */
  int position(int shelf) {
    return available(shelf) + onTheWay[shelf];
  }

  void receive(int shelf, int quantity, long unitCostMicros, LotMoves moves) {
    lots.receive(shelf, quantity, unitCostMicros, moves);
  }

  void promise(int shelf, int quantity) {
    if (quantity > available(shelf)) {
      throw new IllegalStateException(
          "%d units are promised of a shelf with %d".formatted(quantity, available(shelf)));
    }
    promised[shelf] += quantity;
  }

  void release(int shelf, int quantity) {
    if (quantity > promised[shelf]) {
      throw new IllegalStateException(
          "%d units are released where %d were promised".formatted(quantity, promised[shelf]));
    }
    promised[shelf] -= quantity;
  }

  /** Takes units that were promised. */
  void pick(int shelf, int quantity, LotMoves moves) {
    release(shelf, quantity);
    pickedSinceCount[shelf] += quantity;
    lots.take(shelf, quantity, moves);
  }

  /** Takes units that were not promised. */
  void remove(int shelf, int quantity, LotMoves moves) {
    if (quantity > available(shelf)) {
      throw new IllegalStateException(
          "%d units are removed of a shelf with %d".formatted(quantity, available(shelf)));
    }
    lots.take(shelf, quantity, moves);
  }

  /** Units enter a lot that was received before. */
  void put(int shelf, int lot, int quantity, long unitCostMicros, LotMoves moves) {
    lots.put(shelf, lot, quantity, unitCostMicros, moves);
  }

  /** Units turn up. */
  void find(int shelf, int quantity, LotMoves moves) {
    lots.find(shelf, quantity, moves);
  }

  void sent(int shelf, int quantity) {
    onTheWay[shelf] += quantity;
  }

  void arrived(int shelf, int quantity) {
    onTheWay[shelf] -= quantity;
  }

  /** Units picked since this was asked last. */
  int pickedSinceCount(int shelf) {
    int picked = pickedSinceCount[shelf];
    pickedSinceCount[shelf] = 0;
    return picked;
  }
}
