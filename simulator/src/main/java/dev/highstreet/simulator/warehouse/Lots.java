package dev.highstreet.simulator.warehouse;

import java.util.Arrays;

/**
 * Shelves of lots. A shelf is one product in one warehouse; what leaves it comes from the oldest
 * lot on it, that is, from the one with the lowest number (first in, first out; IAS 2, paragraph
 * 27). Lots are numbered in the order in which they were received, by all warehouses together, so a
 * lot that is moved to another warehouse, or of which units come back, has its old place in the
 * order.
 *
 * <p>Lots lie in arrays, linked by index; the place of an empty lot is used again. Memory follows
 * from what lies on the shelves, not from how long the shop has been open.
 */
final class Lots {
  private static final int NONE = -1;
  private static final int ROOM_AT_FIRST = 1024;

  private final int[] oldest;
  private final int[] onHand;

  private int[] next = new int[ROOM_AT_FIRST];
  private int[] number = new int[ROOM_AT_FIRST];
  private int[] left = new int[ROOM_AT_FIRST];
  private long[] cost = new long[ROOM_AT_FIRST];
  private String[] id = new String[ROOM_AT_FIRST];
  private int used;
  private int free = NONE;
  private int received;

  Lots(int shelves) {
    this.oldest = new int[shelves];
    this.onHand = new int[shelves];
    Arrays.fill(oldest, NONE);
  }

  /** Units on a shelf. */
  int onHand(int shelf) {
    return onHand[shelf];
  }

  /** A new lot arrives. */
  void receive(int shelf, int quantity, long unitCostMicros, LotMoves moves) {
    put(shelf, ++received, quantity, unitCostMicros, moves);
  }

  /** Units enter a lot that was received before: they come back, or come from elsewhere. */
  void put(int shelf, int lot, int quantity, long unitCostMicros, LotMoves moves) {
    if (quantity <= 0) {
      throw new IllegalArgumentException("%d units cannot enter a lot".formatted(quantity));
    }
    int before = NONE;
    int at = oldest[shelf];
    while (at != NONE && number[at] < lot) {
      before = at;
      at = next[at];
    }
    if (at == NONE || number[at] != lot) {
      at = insert(shelf, before, lot, unitCostMicros);
    }
    left[at] = Math.addExact(left[at], quantity);
    onHand[shelf] = Math.addExact(onHand[shelf], quantity);
    moves.moved(shelf, lot, id[at], quantity, cost[at]);
  }

  /**
   * Takes units from the oldest lots.
   *
   * @throws IllegalArgumentException if there are not that many
   */
  void take(int shelf, int quantity, LotMoves moves) {
    if (quantity <= 0 || quantity > onHand[shelf]) {
      throw new IllegalArgumentException(
          "%d units cannot be taken from a shelf of %d".formatted(quantity, onHand[shelf]));
    }
    onHand[shelf] -= quantity;
    int wanted = quantity;
    while (wanted > 0) {
      int at = oldest[shelf];
      int taken = Math.min(wanted, left[at]);
      left[at] -= taken;
      wanted -= taken;
      int lot = number[at];
      String lotId = id[at];
      long unitCostMicros = cost[at];
      if (left[at] == 0) {
        oldest[shelf] = next[at];
        release(at);
      }
      moves.moved(shelf, lot, lotId, -taken, unitCostMicros);
    }
  }

  /** Units turn up that belong to the oldest lot. Nothing happens on an empty shelf. */
  void find(int shelf, int quantity, LotMoves moves) {
    int at = oldest[shelf];
    if (at != NONE) {
      put(shelf, number[at], quantity, cost[at], moves);
    }
  }

  private int insert(int shelf, int before, int lot, long unitCostMicros) {
    int at = place();
    number[at] = lot;
    left[at] = 0;
    cost[at] = unitCostMicros;
    id[at] = lotId(lot);
    if (before == NONE) {
      next[at] = oldest[shelf];
      oldest[shelf] = at;
    } else {
      next[at] = next[before];
      next[before] = at;
    }
    return at;
  }

  private int place() {
    if (free != NONE) {
      int at = free;
      free = next[at];
      return at;
    }
    if (used == next.length) {
      int room = used * 2;
      next = Arrays.copyOf(next, room);
      number = Arrays.copyOf(number, room);
      left = Arrays.copyOf(left, room);
      cost = Arrays.copyOf(cost, room);
      id = Arrays.copyOf(id, room);
    }
    return used++;
  }

  private void release(int at) {
    id[at] = null;
    next[at] = free;
    free = at;
  }

  /** Ten digits hold every lot number, so that text sorts as numbers do. */
  private static String lotId(int lot) {
    String digits = Integer.toString(lot);
    return "L" + "0".repeat(10 - digits.length()) + digits;
  }
}
