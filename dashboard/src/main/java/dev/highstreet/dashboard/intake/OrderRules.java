package dev.highstreet.dashboard.intake;

import static java.util.Objects.requireNonNull;

import dev.highstreet.dashboard.shell.FieldProblem;
import dev.highstreet.schemas.OrderLine;
import dev.highstreet.schemas.OrderPlaced;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;

/** The contract's rules for one order from outside, as fields of the request that brought it. */
final class OrderRules {
  private static final Duration CLOCK_SKEW = Duration.ofMinutes(5);
  private static final Instant FIRST_TIME = Instant.parse("0001-01-01T00:00:00Z");
  private static final long TOTAL_TOLERANCE_MICROS = 10_000;
  private static final int LONGEST_ID = 200;

  private final String where;
  private final Map<String, NavigableMap<Integer, String>> revisions;
  private final Set<String> stores;
  private final Instant now;
  private final List<FieldProblem> faults = new ArrayList<>();

  /**
   * Rules for the order at one place of its request.
   *
   * @param where such as {@code transactions[17]}
   * @param revisions of each known product, and the names they give it
   * @param stores that are known
   */
  OrderRules(
      String where,
      Map<String, NavigableMap<Integer, String>> revisions,
      Set<String> stores,
      Instant now) {
    this.where = requireNonNull(where, "where is null");
    this.revisions = requireNonNull(revisions, "revisions is null");
    this.stores = requireNonNull(stores, "stores is null");
    this.now = requireNonNull(now, "now is null");
  }

  /** What is wrong with the order. */
  List<FieldProblem> faults(OrderPlaced order) {
    id("orderId", order.getOrderId());
    if (order.getCustomerId() != null) {
      id("customerId", order.getCustomerId());
    }
    if (!stores.contains(order.getStoreId())) {
      fault("storeId", order.getStoreId(), "a store that there is, as GET /api/stores tells");
    }
    if (order.getOccurredAt().isBefore(FIRST_TIME)
        || order.getOccurredAt().isAfter(now.plus(CLOCK_SKEW))) {
      fault(
          "occurredAt",
          order.getOccurredAt().toString(),
          "from the year 1 to the shop's present, which is " + now);
    }
    if (order.getShippingFeeMicros() < 0 || order.getShippingFeeMicros() > Amount.MOST_MICROS) {
      fault("shippingFee", Amount.text(order.getShippingFeeMicros()), "0 or more, " + Amount.BOUND);
    }
    lines(order);
    return faults;
  }

  private void lines(OrderPlaced order) {
    if (order.getLines().isEmpty()) {
      fault("lines", "0 lines", "at least one line");
      return;
    }
    int before = faults.size();
    long total = 0;
    for (int i = 0; i < order.getLines().size(); i++) {
      OrderLine line = order.getLines().get(i);
      if (isSound(line, "lines[%d]".formatted(i)) && total <= Amount.MOST_MICROS) {
        total += line.getQuantity() * line.getUnitPriceMicros();
      }
    }
    if (total > Amount.MOST_MICROS) {
      fault("lines", "more than that", Amount.BOUND);
    } else if (before == faults.size() && order.getReportedTotalMicros() != null) {
      total(order, total);
    }
  }

  private void total(OrderPlaced order, long gross) {
    long net = gross - order.getLines().stream().mapToLong(OrderLine::getDiscountMicros).sum();
    long reported = order.getReportedTotalMicros();
    // compared without subtracting: a total near the end of the range would overflow
    if (reported < net - TOTAL_TOLERANCE_MICROS || reported > net + TOTAL_TOLERANCE_MICROS) {
      fault(
          "reportedTotal",
          Amount.text(reported),
          "what the lines come to, which is " + Amount.text(net));
    }
  }

  private boolean isSound(OrderLine line, String at) {
    int before = faults.size();
    product(line, at);
    if (line.getQuantity() < 1) {
      fault(at + ".quantity", String.valueOf(line.getQuantity()), "at least 1");
    } else if (line.getUnitPriceMicros() < 1
        || line.getUnitPriceMicros() > Amount.MOST_MICROS / line.getQuantity()) {
      fault(
          at + ".unitPrice",
          Amount.text(line.getUnitPriceMicros()),
          "above 0, and a line of " + Amount.BOUND);
    } else if (line.getDiscountMicros() < 0
        || line.getDiscountMicros() > line.getQuantity() * line.getUnitPriceMicros()) {
      fault(
          at + ".discount",
          Amount.text(line.getDiscountMicros()),
          "from 0 to what the line comes to");
    }
    return before == faults.size();
  }

  private void product(OrderLine line, String at) {
    NavigableMap<Integer, String> known = revisions.get(line.getProductId());
    if (known == null) {
      fault(
          at + ".productId",
          line.getProductId(),
          "a product that there is, as GET /api/products tells");
    } else if (!known.containsKey(line.getProductRevision())) {
      fault(
          at + ".productRevision",
          String.valueOf(line.getProductRevision()),
          "a revision that there is, from %d to %d".formatted(known.firstKey(), known.lastKey()));
    }
  }

  private void id(String field, String value) {
    if (value.isBlank() || value.length() > LONGEST_ID || value.indexOf('\0') >= 0) {
      fault(field, value, "1 to %d characters, none of them NUL".formatted(LONGEST_ID));
    }
  }

  private void fault(String field, String value, String allowed) {
    faults.add(new FieldProblem(where + "." + field, value, allowed));
  }
}
