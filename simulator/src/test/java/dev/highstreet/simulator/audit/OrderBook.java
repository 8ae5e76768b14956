package dev.highstreet.simulator.audit;

import static dev.highstreet.simulator.audit.Finding.check;

import dev.highstreet.schemas.FraudLabelled;
import dev.highstreet.schemas.OrderLine;
import dev.highstreet.schemas.OrderPlaced;
import dev.highstreet.schemas.OrderProgressed;
import dev.highstreet.schemas.OrderStatus;
import dev.highstreet.schemas.ProductRevised;
import dev.highstreet.schemas.StoreRevised;
import dev.highstreet.schemas.StoreType;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Orders, and how far they have come. */
final class OrderBook {
  private static final long DEAREST_MICROS = 100_000_000_000_000L;

  /** An order. */
  static final class Order {
    private final OrderPlaced placed;
    private final Map<String, OrderStatus> parcels = new HashMap<>(); // by warehouse
    private boolean confirmed;
    private boolean cancelled;
    private Boolean fraudulent;

    private Order(OrderPlaced placed) {
      this.placed = placed;
    }

    OrderPlaced placed() {
      return placed;
    }

    /** Whether everything that was sent has arrived, or nothing will be sent. */
    boolean isOver() {
      return cancelled
          || parcels.values().stream().allMatch(status -> status == OrderStatus.DELIVERED);
    }

    /** The line of a product; null if there is none. */
    OrderLine line(String product) {
      return placed.getLines().stream()
          .filter(line -> line.getProductId().equals(product))
          .findFirst()
          .orElse(null);
    }

    long totalMicros() {
      return placed.getReportedTotalMicros() + placed.getShippingFeeMicros();
    }
  }

  private final MarketBook market;
  private final SessionBook sessions;
  private final Map<String, Order> orders = new HashMap<>();
  private long promoted;
  private long frauds;

  OrderBook(MarketBook market, SessionBook sessions) {
    this.market = market;
    this.sessions = sessions;
  }

  void enter(OrderPlaced order) {
    check(orders.put(order.getOrderId(), new Order(order)) == null, "a second time", order);
    StoreRevised store = market.store(order.getStoreId());
    check(store != null, "unknown store", order);
    String customer = order.getCustomerId();
    check(customer == null || market.knowsCustomer(customer), "unknown customer", order);
    check(!order.getLines().isEmpty(), "no lines", order);
    Set<String> products = new HashSet<>();
    long net = 0;
    long gross = 0;
    boolean promotion = false;
    for (int i = 0; i < order.getLines().size(); i++) {
      OrderLine line = order.getLines().get(i);
      check(line.getLineNumber() == i + 1, "line number", order);
      check(products.add(line.getProductId()), "a product twice", order);
      check(line.getQuantity() > 0, "quantity", order);
      ProductRevised product = market.product(line.getProductId());
      check(product != null && product.getActive(), "not on offer", order);
      check(product.getRevision() == line.getProductRevision(), "not the newest revision", order);
      check(product.getListPriceMicros() == line.getUnitPriceMicros(), "another price", order);
      long worth = Math.multiplyExact(line.getUnitPriceMicros(), (long) line.getQuantity());
      check(line.getDiscountMicros() >= 0 && line.getDiscountMicros() <= worth, "discount", order);
      check(
          line.getPromotionId() == null || line.getDiscountMicros() > 0,
          "a promotion that gives nothing",
          order);
      promotion |= line.getPromotionId() != null;
      gross = Math.addExact(gross, worth);
      net += worth - line.getDiscountMicros();
    }
    check(gross <= DEAREST_MICROS, "too dear", order);
    check(order.getReportedTotalMicros() == net, "another total", order);
    check(order.getTaxIncludedMicros() >= 0 && order.getTaxIncludedMicros() <= net, "tax", order);
    check(order.getShippingFeeMicros() >= 0, "fee", order);
    boolean shop = store.getType() == StoreType.SHOP;
    check(!shop || order.getShippingFeeMicros() == 0, "a delivery from a shop", order);
    check(!shop || order.getIpAddress() == null, "an address in a shop", order);
    if (order.getSessionId() != null) {
      sessions.ordered(order.getSessionId(), order.getStoreId(), products, !shop, order);
    }
    promoted += promotion ? 1 : 0;
  }

  void enter(OrderProgressed progress) {
    Order order = orders.get(progress.getOrderId());
    check(order != null, "unknown order", progress);
    check(!order.cancelled, "it was cancelled", progress);
    check(
        order.confirmed == (progress.getStatus() != OrderStatus.CONFIRMED),
        "orders are confirmed once, and first",
        progress);
    order.confirmed = true;
    OrderStatus before = order.parcels.get(progress.getWarehouseId());
    switch (progress.getStatus()) {
      case CONFIRMED -> check(progress.getPromisedBy() != null, "no promise", progress);
      case PACKED -> check(before == null, "it was " + before, progress);
      case SHIPPED -> check(before == OrderStatus.PACKED, "it was " + before, progress);
      case DELIVERED -> check(before == OrderStatus.SHIPPED, "it was " + before, progress);
      case CANCELLED -> {
        boolean here = order.parcels.values().stream().allMatch(OrderStatus.PACKED::equals);
        check(here, "it was shipped", progress);
        order.cancelled = true;
      }
      case UNKNOWN -> check(false, "it says nothing", progress);
    }
    if (progress.getStatus() != OrderStatus.CONFIRMED && !order.cancelled) {
      check(progress.getWarehouseId() != null, "no warehouse", progress);
      order.parcels.put(progress.getWarehouseId(), progress.getStatus());
    }
  }

  void enter(FraudLabelled label, Instant at) {
    Order order = orders.get(label.getOrderId());
    check(order != null, "unknown order", label);
    check(at.isAfter(order.placed.getOccurredAt()), "with its order", label);
    check(order.fraudulent == null, "a second label", label);
    check(label.getFraudulent() == (label.getPattern() != null), "pattern", label);
    order.fraudulent = label.getFraudulent();
    frauds += label.getFraudulent() ? 1 : 0;
  }

  /** An order; null if there is none of that id. */
  Order order(String id) {
    return orders.get(id);
  }

  long promoted() {
    return promoted;
  }

  long frauds() {
    return frauds;
  }
}
