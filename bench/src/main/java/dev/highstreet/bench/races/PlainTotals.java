package dev.highstreet.bench.races;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.Set;

/** The measures of one group in one period; money in micros. */
final class PlainTotals {
  private static final int MICROS = 6;

  private final Set<String> customers = new HashSet<>(4);
  private String lastOrder = "";
  private long orders;
  private long units;
  private long gross;
  private long discount;
  private long cost;

  /** Adds a line. The lines of an order come one after the other, so each counts once. */
  void add(
      String order,
      String customer,
      int quantity,
      long grossMicros,
      long discountMicros,
      long costMicros) {
    if (!order.equals(lastOrder)) {
      lastOrder = order;
      orders++;
      if (customer != null) {
        customers.add(customer);
      }
    }
    units += quantity;
    gross = Math.addExact(gross, grossMicros);
    discount = Math.addExact(discount, discountMicros);
    cost = Math.addExact(cost, costMicros);
  }

  /** As the columns of a CSV row. */
  void append(StringBuilder out) {
    out.append(orders).append(',').append(customers.size()).append(',').append(units).append(',');
    money(out, gross).append(',');
    money(out, discount).append(',');
    money(out, gross - discount).append(',');
    money(out, cost).append(",0,0,0\n");
  }

  private static StringBuilder money(StringBuilder out, long micros) {
    return out.append(BigDecimal.valueOf(micros, MICROS).toPlainString());
  }
}
