package dev.highstreet.simulator.audit;

import static dev.highstreet.simulator.audit.Finding.check;

import dev.highstreet.schemas.MovementKind;
import dev.highstreet.schemas.OrderLine;
import dev.highstreet.schemas.StockMoved;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** What lies in the warehouses, lot by lot: first in, first out. */
final class StockBook {
  private record Place(String warehouse, String product) {}

  private record Picked(String order, String product) {}

  private final MarketBook market;
  private final OrderBook orders;
  private final Map<Place, SortedMap<Integer, Long>> stocks = new HashMap<>();
  private final Map<String, Integer> lots = new HashMap<>(); // numbered as they are received
  private final Map<String, Long> costs = new HashMap<>();
  private final Map<String, String> owners = new HashMap<>();
  private final Map<Picked, Long> picked = new HashMap<>();

  StockBook(MarketBook market, OrderBook orders) {
    this.market = market;
    this.orders = orders;
  }

  void enter(StockMoved moved) {
    check(market.product(moved.getProductId()) != null, "unknown product", moved);
    check(moved.getQuantity() != 0, "nothing moved", moved);
    check(moved.getUnitCostMicros() >= 0, "cost", moved);
    Long cost = costs.putIfAbsent(moved.getLotId(), moved.getUnitCostMicros());
    check(cost == null || cost == moved.getUnitCostMicros(), "another cost of its lot", moved);
    String owner = owners.putIfAbsent(moved.getLotId(), moved.getProductId());
    check(owner == null || owner.equals(moved.getProductId()), "another product's lot", moved);
    Integer known = lots.putIfAbsent(moved.getLotId(), lots.size());
    boolean received = moved.getKind() == MovementKind.RECEIVED;
    check((known == null) == received, "a lot begins when it is received, and then only", moved);
    move(moved, lots.get(moved.getLotId()));
    boolean into = received || moved.getKind() == MovementKind.RETURNED;
    check(!into || moved.getQuantity() > 0, "out of the warehouse", moved);
    boolean ofOrder =
        moved.getKind() == MovementKind.PICKED || moved.getKind() == MovementKind.RETURNED;
    check((moved.getOrderId() != null) == ofOrder, "order", moved);
    if (ofOrder) {
      order(moved);
    }
  }

  private void move(StockMoved moved, int lot) {
    SortedMap<Integer, Long> stock =
        stocks.computeIfAbsent(
            new Place(moved.getWarehouseId(), moved.getProductId()), at -> new TreeMap<>());
    if (moved.getQuantity() < 0) {
      check(!stock.isEmpty() && stock.firstKey() == lot, "not the oldest lot", moved);
    }
    long left = stock.merge(lot, (long) moved.getQuantity(), Long::sum);
    check(left >= 0, "stock below zero", moved);
    if (left == 0) {
      stock.remove(lot);
    }
  }

  /** What is picked for an order was ordered, and what comes back was picked. */
  private void order(StockMoved moved) {
    OrderBook.Order order = orders.order(moved.getOrderId());
    check(order != null, "unknown order", moved);
    OrderLine line = order.line(moved.getProductId());
    check(line != null, "was not ordered", moved);
    long net =
        picked.merge(
            new Picked(moved.getOrderId(), moved.getProductId()),
            (long) -moved.getQuantity(),
            Long::sum);
    check(net <= line.getQuantity(), "more than was ordered", moved);
    check(net >= 0, "more than was picked", moved);
  }
}
