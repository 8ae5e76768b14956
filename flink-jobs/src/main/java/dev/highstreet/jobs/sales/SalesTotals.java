package dev.highstreet.jobs.sales;

import dev.highstreet.jobs.enrich.BookedLine;
import dev.highstreet.jobs.enrich.BookedTransaction;
import java.util.HashSet;
import java.util.Set;

/**
 * The measures of a sales mart for one group and period. Money is in micros. All are additive but
 * the distinct customers, which are kept as a set, so that they stay exact. Sums that leave the
 * range of a long throw {@link ArithmeticException}: a wrong figure would be worse.
 *
 * <p>Mutable, with public fields, as Flink's POJO serializer wants it.
 */
public final class SalesTotals {
  /** Most groups are small: a product on a day. */
  private static final int FEW = 1;

  public long orders;
  public long units;
  public long grossMicros;
  public long discountMicros;
  public long netMicros;
  public long costMicros;
  public long returnedUnits;
  public long refundMicros;
  public long returnedCostMicros;
  public Set<String> customers = new HashSet<>(FEW);

  /** Adds one line of a sale or of a return. */
  void addLine(BookedTransaction transaction, BookedLine line) {
    if (transaction.transaction().isSale()) {
      units = Math.addExact(units, line.line().quantity());
      grossMicros = Math.addExact(grossMicros, line.grossMicros());
      discountMicros = Math.addExact(discountMicros, line.line().discountMicros());
      netMicros = Math.addExact(netMicros, line.netMicros());
      costMicros = Math.addExact(costMicros, line.costMicros());
    } else {
      returnedUnits = Math.addExact(returnedUnits, line.line().quantity());
      refundMicros = Math.addExact(refundMicros, line.line().refundMicros());
      returnedCostMicros = Math.addExact(returnedCostMicros, line.costMicros());
    }
  }

  /** Counts a sale's order and its customer, once a group, however many of its lines fall there. */
  void addOrder(BookedTransaction transaction) {
    if (transaction.transaction().isSale()) {
      orders++;
      if (transaction.transaction().customerId() != null) {
        customers.add(transaction.transaction().customerId());
      }
    }
  }

  /** Adds another's measures; its orders must not be among those counted here. */
  void add(SalesTotals other) {
    orders = Math.addExact(orders, other.orders);
    units = Math.addExact(units, other.units);
    grossMicros = Math.addExact(grossMicros, other.grossMicros);
    discountMicros = Math.addExact(discountMicros, other.discountMicros);
    netMicros = Math.addExact(netMicros, other.netMicros);
    costMicros = Math.addExact(costMicros, other.costMicros);
    returnedUnits = Math.addExact(returnedUnits, other.returnedUnits);
    refundMicros = Math.addExact(refundMicros, other.refundMicros);
    returnedCostMicros = Math.addExact(returnedCostMicros, other.returnedCostMicros);
    customers.addAll(other.customers);
  }
}
