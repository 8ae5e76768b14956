package dev.highstreet.simulator.warehouse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.highstreet.schemas.MovementKind;
import dev.highstreet.schemas.StockMoved;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Stock as somebody keeps it who knows nothing but the events, and believes none: lots have one
 * cost, never less than nothing in them, and what leaves a warehouse is of the oldest lot there.
 */
public final class StockBooks {
  private final Map<String, TreeMap<String, Integer>> shelves = new HashMap<>();
  private final Map<String, Long> costs = new HashMap<>();
  private final Map<String, Long> transferred = new HashMap<>();

  /** Books every event; fails at the first that cannot be. */
  public static StockBooks of(List<StockMoved> moves) {
    StockBooks books = new StockBooks();
    moves.forEach(books::book);
    return books;
  }

  private void book(StockMoved move) {
    TreeMap<String, Integer> lots =
        shelves.computeIfAbsent(
            move.getProductId() + "@" + move.getWarehouseId(), key -> new TreeMap<>());
    String lot = move.getProductId() + "/" + move.getLotId();
    boolean isNew = costs.putIfAbsent(lot, move.getUnitCostMicros()) == null;
    assertThat(costs.get(lot)).as("cost of %s", lot).isEqualTo(move.getUnitCostMicros());
    assertThat(move.getUnitCostMicros()).isPositive();
    assertThat(isNew).as("%s", move).isEqualTo(move.getKind() == MovementKind.RECEIVED);
    if (move.getQuantity() < 0) {
      assertThat(lots).as("stock before %s", move).isNotEmpty();
      assertThat(move.getLotId()).as("oldest lot at %s", move).isEqualTo(lots.firstKey());
    }
    boolean picked = move.getKind() == MovementKind.PICKED;
    boolean returned = move.getKind() == MovementKind.RETURNED;
    assertThat(move.getOrderId() != null).isEqualTo(picked || returned);
    assertThat(picked).isEqualTo(picked && move.getQuantity() < 0);
    assertThat(returned).isEqualTo(returned && move.getQuantity() > 0);
    if (move.getKind() == MovementKind.TRANSFERRED) {
      transferred.merge(lot, (long) move.getQuantity(), Long::sum);
    }
    int left = lots.merge(move.getLotId(), move.getQuantity(), Integer::sum);
    assertThat(left).as("stock after %s", move).isNotNegative();
    if (left == 0) {
      lots.remove(move.getLotId());
    }
  }

  /** Units of a product in a warehouse. */
  public int onHand(String productId, String warehouseId) {
    TreeMap<String, Integer> lots = shelves.get(productId + "@" + warehouseId);
    return lots == null ? 0 : lots.values().stream().mapToInt(Integer::intValue).sum();
  }

  /** Units that left one warehouse for another, and have not arrived. */
  public long onLorries() {
    return -transferred.values().stream().mapToLong(Long::longValue).sum();
  }
}
