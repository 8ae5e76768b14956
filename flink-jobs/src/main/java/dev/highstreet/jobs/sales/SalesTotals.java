package dev.highstreet.jobs.sales;

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

  /** Adds what some transactions add; their orders must not be among those counted here. */
  void add(SalesPartial partial) {
    orders = Math.addExact(orders, partial.orders);
    units = Math.addExact(units, partial.units);
    grossMicros = Math.addExact(grossMicros, partial.grossMicros);
    discountMicros = Math.addExact(discountMicros, partial.discountMicros);
    netMicros = Math.addExact(netMicros, partial.netMicros);
    costMicros = Math.addExact(costMicros, partial.costMicros);
    returnedUnits = Math.addExact(returnedUnits, partial.returnedUnits);
    refundMicros = Math.addExact(refundMicros, partial.refundMicros);
    returnedCostMicros = Math.addExact(returnedCostMicros, partial.returnedCostMicros);
    customers.addAll(partial.customers);
  }
}
